package io.nordwand.kiosk;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class EmbeddedScreensTests extends ScreensContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
