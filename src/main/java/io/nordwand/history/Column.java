package io.nordwand.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a kept list.
 *
 * @param name its name
 * @param value what stands in it, as the database takes it
 * @param telling whether a row is written anew when only this differs
 */
record Column<T>(String name, Function<T, @Nullable Object> value, boolean telling) {

    Column(String name, Function<T, @Nullable Object> value) {
        this(name, value, true);
    }

    /** The same, which others keep right: a row is not written anew for it. */
    Column<T> keptByOthers() {
        return new Column<>(name, value, false);
    }

    /** A column of a part of the record, which may be missing. */
    static <T, P> Column<T> of(String name, Function<T, @Nullable P> part, Function<P, @Nullable Object> value) {
        return new Column<>(name, record -> {
            P there = part.apply(record);
            return there == null ? null : value.apply(there);
        });
    }

    /** All these columns. */
    static <T> List<Column<T>> joined(List<List<Column<T>>> columns) {
        return columns.stream().flatMap(List::stream).toList();
    }

    /** The time as databases keep it, to the microsecond. */
    static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
