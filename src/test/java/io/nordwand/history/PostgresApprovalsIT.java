package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresApprovalsIT extends ApprovalsContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
