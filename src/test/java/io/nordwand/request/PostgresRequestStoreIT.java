package io.nordwand.request;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresRequestStoreIT extends RequestStoreContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
