package io.nordwand.dispatch;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;

/** Fewer runs than on H2, since each costs a real server's round trips: {@code -Dnordwand.runs=1000} for as many. */
@OnPostgres
class PostgresStateMachineIT extends StateMachine {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }

    @Override
    int runs() {
        return 120;
    }
}
