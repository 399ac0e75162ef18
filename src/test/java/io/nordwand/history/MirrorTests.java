package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;

class MirrorTests extends MirrorContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }

    @Override
    List<Integer> seeds() {
        return IntStream.range(0, 20).boxed().toList();
    }
}
