package io.nordwand.history;

import io.nordwand.database.StorableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names that jobs are searched by, each once. Only one writer at a time adds to them, and none is ever removed. */
final class Labels {

    private static final int LONGEST = 300;

    private Labels() {}

    /** The name as it is kept, or null for none. */
    static @Nullable String cut(@Nullable String text) {
        String kept = StorableText.of(text);
        if (kept == null || kept.isBlank()) {
            return null;
        }
        String plain = kept.strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }

    /** The numbers of those names, which are added where they are new. */
    static Map<String, Long> numbers(JdbcClient jdbc, Collection<String> names) {
        Set<String> wanted = new TreeSet<>(names);
        Map<String, Long> numbers = new HashMap<>(known(jdbc, wanted));
        wanted.removeAll(numbers.keySet());
        if (!wanted.isEmpty()) {
            for (List<String> some : Shelf.pieces(List.copyOf(wanted))) {
                insert(jdbc, some);
            }
            numbers.putAll(known(jdbc, wanted));
        }
        return numbers;
    }

    private static Map<String, Long> known(JdbcClient jdbc, Set<String> names) {
        Map<String, Long> known = new HashMap<>();
        for (List<String> some : Shelf.pieces(List.copyOf(names))) {
            jdbc.sql("select id, content from label where content in (:names)")
                    .param("names", some)
                    .query(row -> {
                        known.put(row.getString("content"), row.getLong("id"));
                    });
        }
        return known;
    }

    private static void insert(JdbcClient jdbc, List<String> names) {
        List<Object> values = new ArrayList<>();
        names.forEach(name -> {
            values.add(name);
            values.add(Rows.folded(name));
        });
        jdbc.sql("insert into label (content, folded) values " + Shelf.marks(names.size(), 2))
                .params(values)
                .update();
    }
}
