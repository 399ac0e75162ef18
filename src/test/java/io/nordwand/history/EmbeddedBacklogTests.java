package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class EmbeddedBacklogTests extends BacklogContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
