package io.nordwand.history;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How records of one kind lie in their table.
 *
 * @param table name of the table
 * @param id the id by which they are compared, in lower case
 * @param given name of the column with the id as it came, by which Eiger is asked
 * @param columns what is kept of a record
 * @param labels columns that hold the number of a name, by which people search
 * @param afterwards what is to be done with rows that were written, by their ids, in the same transaction
 */
record Kept<T>(
        String table,
        Function<T, String> id,
        String given,
        List<Column<T>> columns,
        List<Label<T>> labels,
        BiConsumer<JdbcClient, List<String>> afterwards) {

    Kept(String table, Function<T, String> id, String given, List<Column<T>> columns, List<Label<T>> labels) {
        this(table, id, given, columns, labels, (jdbc, ids) -> {});
    }

    /**
     * A column with the number of a name.
     *
     * @param name name of the column
     * @param text the name, or null or blank for none
     */
    record Label<T>(String name, Function<T, @Nullable String> text) {}
}
