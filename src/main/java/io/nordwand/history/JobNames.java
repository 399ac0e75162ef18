package io.nordwand.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names that jobs are searched by, held in memory: looking through 20,000 of them takes the embedded database some
 * 20 ms, and this 1 ms. They are only ever added, so each search reads just those that are new.
 */
@Component
class JobNames {

    private record Name(long id, String folded) {}

    private List<Name> known = List.of();

    /** Numbers of the names that hold all words of what somebody typed; none for a blank text. */
    List<Long> holding(JdbcClient jdbc, String typed) {
        String[] words = Rows.folded(typed).split("\\s+", -1);
        return current(jdbc).stream()
                .filter(name -> Arrays.stream(words).allMatch(name.folded()::contains))
                .map(Name::id)
                .toList();
    }

    private synchronized List<Name> current(JdbcClient jdbc) {
        long last =
                known.isEmpty() ? Long.MIN_VALUE : known.get(known.size() - 1).id();
        List<Name> added = jdbc.sql("select id, folded from label where id > ? order by id")
                .param(last)
                .query((row, number) -> new Name(row.getLong("id"), row.getString("folded")))
                .list();
        if (!added.isEmpty()) {
            List<Name> all = new ArrayList<>(known);
            all.addAll(added);
            known = List.copyOf(all);
        }
        return known;
    }
}
