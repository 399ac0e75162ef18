package io.nordwand.dispatch;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

/** One database for all tests that only need one to be there. */
final class Databases {

    private static final Database SHARED = TestDatabase.h2();

    private Databases() {}

    static Database shared() {
        return SHARED;
    }
}
