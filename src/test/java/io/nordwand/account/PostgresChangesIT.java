package io.nordwand.account;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresChangesIT extends ChangesTests {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
