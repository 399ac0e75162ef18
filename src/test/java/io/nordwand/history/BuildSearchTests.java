package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class BuildSearchTests extends BuildSearchContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
