package io.nordwand.kiosk;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

@OnPostgres
class PostgresScreensIT extends ScreensContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }
}
