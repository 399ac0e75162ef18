package io.nordwand.audit;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class EmbeddedAuditTests extends AuditContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
