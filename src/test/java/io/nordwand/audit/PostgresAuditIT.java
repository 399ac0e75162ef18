package io.nordwand.audit;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresAuditIT extends AuditContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
