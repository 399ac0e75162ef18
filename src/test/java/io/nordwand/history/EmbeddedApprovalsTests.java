package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class EmbeddedApprovalsTests extends ApprovalsContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
