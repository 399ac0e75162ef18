package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;

@OnPostgres
class PostgresMirrorIT extends MirrorContract {

    @Override
    Database database() {
        return TestDatabase.postgres();
    }

    @Override
    List<Integer> seeds() {
        return IntStream.range(0, 5).boxed().toList();
    }
}
