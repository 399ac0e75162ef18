package io.nordwand.dispatch;

import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;
import java.util.List;

@OnPostgres
class PostgresSuddenEndIT extends SuddenEnd {

    @Override
    List<String> database() {
        return TestDatabase.postgresArguments();
    }
}
