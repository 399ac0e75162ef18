package io.nordwand.dispatch;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class StateMachineTests extends StateMachine {

    @Override
    Database database() {
        return TestDatabase.h2();
    }

    @Override
    int runs() {
        return 1_000;
    }
}
