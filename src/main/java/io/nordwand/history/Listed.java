package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.RecordSource;
import io.nordwand.farm.record.Span;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A list of Eiger that is copied.
 *
 * @param copy which
 * @param kept how its records lie in the database
 * @param leaf reads a page
 * @param one reads one record by its id, or fails with not-found
 * @param updated when a record last changed by Eiger's clock, or null
 * @param byUpdate whether Eiger sorts by that time when asked for changes
 * @param open what is read whole each time, or null for nothing
 */
record Listed<T>(
        Mirrors.Copy copy,
        Kept<T> kept,
        BiFunction<Span, Integer, Mono<Leaf<T>>> leaf,
        Function<String, Mono<T>> one,
        Function<T, @Nullable Instant> updated,
        boolean byUpdate,
        @Nullable Open<T> open) {

    /**
     * A part of the list that is short and whose records vanish without a trace, such as the backlog.
     *
     * @param leaf reads a page of it
     * @param belongs whether a record is part of it
     * @param where the same in SQL
     */
    record Open<T>(IntFunction<Mono<Leaf<T>>> leaf, Predicate<T> belongs, String where) {}

    private static final String BACKLOGGED = "backlogged";

    static Listed<JobRecord> jobs(RecordSource source) {
        return new Listed<>(
                Mirrors.Copy.JOBS,
                JobColumns.TABLE,
                source::jobs,
                id -> source.job(new JobId(id)),
                JobRecord::updatedAt,
                true,
                new Open<>(
                        source::backlog,
                        record -> Rows.word(record.state()).equals(BACKLOGGED),
                        "state_key = '" + BACKLOGGED + "'"));
    }

    static Listed<BuildRecord> builds(RecordSource source) {
        return new Listed<>(
                Mirrors.Copy.BUILDS,
                BuildColumns.TABLE,
                source::builds,
                id -> source.build(new BuildId(id)),
                BuildRecord::updatedAt,
                false,
                null);
    }
}
