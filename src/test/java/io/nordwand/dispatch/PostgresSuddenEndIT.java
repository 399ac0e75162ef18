package io.nordwand.dispatch;

import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;
import java.util.List;

@OnPostgres
class PostgresSuddenEndIT extends SuddenEnd {

    private final List<String> database = TestDatabase.postgresArguments();

    @Override
    List<String> database() {
        return database;
    }
}
