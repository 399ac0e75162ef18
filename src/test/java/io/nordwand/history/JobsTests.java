package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class JobsTests extends JobsContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
