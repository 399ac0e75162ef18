package io.nordwand.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts records into their table. A row is written only if it is new or differs from what is there. */
final class Shelf<T> {

    /** Rows in one statement: databases bound the parameters of a statement. */
    private static final int PIECE = 200;

    private final Kept<T> kept;
    private final String insert;

    Shelf(Kept<T> kept) {
        this.kept = kept;
        this.insert = Stream.of(
                        Stream.of("id"),
                        kept.columns().stream().map(Column::name),
                        kept.labels().stream().map(Kept.Label::name),
                        Stream.of("fingerprint"))
                .flatMap(names -> names)
                .collect(Collectors.joining(", ", "insert into " + kept.table() + " (", ") values "));
    }

    /** Keeps these records; of several with the same id the last counts. Gives the number of rows written. */
    int put(JdbcClient jdbc, List<T> records) {
        Map<String, T> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(kept.id().apply(record), record));
        Map<String, String> there = fingerprints(jdbc, byId.keySet());
        List<Line<T>> written = byId.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .filter(line -> !line.fingerprint().equals(there.get(line.id())))
                .toList();
        remove(jdbc, written.stream().map(Line::id).filter(there::containsKey).toList());
        insert(jdbc, written);
        for (List<String> some : pieces(written.stream().map(Line::id).toList())) {
            kept.afterwards().accept(jdbc, some);
        }
        return written.size();
    }

    /** Ids that are kept of rows for which this holds, a condition in SQL, blank for all; each with the id as it came. */
    Map<String, String> ids(JdbcClient jdbc, String where) {
        Map<String, String> ids = new HashMap<>();
        String condition = where.isBlank() ? "" : " where " + where;
        jdbc.sql("select id, " + kept.given() + " from " + kept.table() + condition)
                .query(row -> {
                    ids.put(row.getString(1), row.getString(2));
                });
        return ids;
    }

    /** Number of rows. */
    long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from " + kept.table())
                .query(Long.class)
                .single();
    }

    /** Forgets these; gives how many there were. */
    int remove(JdbcClient jdbc, List<String> ids) {
        int rows = 0;
        for (List<String> some : pieces(ids)) {
            rows += jdbc.sql("delete from " + kept.table() + " where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
        return rows;
    }

    /** Forgets everything. */
    void clear(JdbcClient jdbc) {
        jdbc.sql("delete from " + kept.table()).update();
    }

    private Map<String, String> fingerprints(JdbcClient jdbc, Set<String> ids) {
        Map<String, String> there = new HashMap<>();
        for (List<String> some : pieces(List.copyOf(ids))) {
            jdbc.sql("select id, fingerprint from " + kept.table() + " where id in (:ids)")
                    .param("ids", some)
                    .query(row -> {
                        there.put(row.getString("id"), row.getString("fingerprint"));
                    });
        }
        return there;
    }

    private void insert(JdbcClient jdbc, List<Line<T>> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>();
        lines.forEach(line -> kept.labels().forEach(label -> {
            String name = Labels.cut(label.text().apply(line.record()));
            if (name != null) {
                names.add(name);
            }
        }));
        Map<String, Long> numbers = names.isEmpty() ? Map.of() : Labels.numbers(jdbc, names);
        int width = 2 + kept.columns().size() + kept.labels().size();
        for (List<Line<T>> some : pieces(lines)) {
            List<@Nullable Object> values = new ArrayList<>(some.size() * width);
            some.forEach(line -> {
                values.add(line.id());
                values.addAll(line.values());
                kept.labels().forEach(label -> {
                    String name = Labels.cut(label.text().apply(line.record()));
                    values.add(name == null ? null : numbers.get(name));
                });
                values.add(line.fingerprint());
            });
            jdbc.sql(insert + marks(some.size(), width)).params(values).update();
        }
    }

    private Line<T> line(String id, T record) {
        List<@Nullable Object> values = new ArrayList<>();
        List<@Nullable Object> telling = new ArrayList<>();
        kept.columns().forEach(column -> {
            Object value = column.value().apply(record);
            values.add(value);
            if (column.telling()) {
                telling.add(value);
            }
        });
        return new Line<>(id, record, values, fingerprint(telling));
    }

    private static String fingerprint(List<@Nullable Object> values) {
        String all = values.stream()
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining(" "));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Placeholders of that many rows, each of that many values. */
    static String marks(int rows, int width) {
        String row = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        return String.join(", ", Collections.nCopies(rows, row));
    }

    /** A list in pieces that one statement can take. */
    static <E> List<List<E>> pieces(Collection<E> all) {
        List<E> list = List.copyOf(all);
        List<List<E>> pieces = new ArrayList<>();
        for (int from = 0; from < list.size(); from += PIECE) {
            pieces.add(list.subList(from, Math.min(list.size(), from + PIECE)));
        }
        return pieces;
    }

    private record Line<T>(String id, T record, List<@Nullable Object> values, String fingerprint) {}
}
