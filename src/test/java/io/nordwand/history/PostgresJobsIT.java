package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresJobsIT extends JobsContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
