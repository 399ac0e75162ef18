package io.nordwand.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions of a search, as they are put together; each value is a parameter, never part of the text. */
final class Conditions {

    /** More words than anybody types; the rest would only cost time. */
    private static final int MOST_WORDS = 12;

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> params = new HashMap<>();

    /** The part of the statement from " where" on; blank without conditions. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    void and(String condition) {
        sql.append(sql.isEmpty() ? " where " : " and ").append(condition);
    }

    void and(String condition, String name, Object value) {
        and(condition);
        params.put(name, value);
    }

    void equal(String column, @Nullable Object value) {
        compare(column, "=", value);
    }

    void from(String column, @Nullable Object value) {
        compare(column, ">=", value);
    }

    void to(String column, @Nullable Object value) {
        compare(column, "<=", value);
    }

    void before(String column, @Nullable Object value) {
        compare(column, "<", value);
    }

    private void compare(String column, String operator, @Nullable Object value) {
        if (value != null) {
            String name = "p" + params.size();
            and(column + " " + operator + " :" + name, name, value);
        }
    }

    /** Each word of the text occurs in the folded column, or the row has that id; nothing for a blank text. */
    void words(String column, String text) {
        String[] words = Stream.of(Rows.folded(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        if (words.length == 0) {
            return;
        }
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            String name = "p" + params.size();
            params.put(name, word);
            all.append(all.isEmpty() ? "" : " and ")
                    .append("position(:")
                    .append(name)
                    .append(" in ")
                    .append(column)
                    .append(") > 0");
        }
        and("((" + all + ") or id = :id)", "id", text.strip().toLowerCase(Locale.ROOT));
    }
}
