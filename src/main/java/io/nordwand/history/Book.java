package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Leaf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One copy in the database: its records, and how far it got. Both change in one transaction. */
final class Book<T> {

    /** Changes from so long before the first reading come first, so that the newest are there early. */
    private static final Duration NEWEST = Duration.ofDays(1);

    private final Listed<T> listed;
    private final Shelf<T> shelf;
    private final Database database;
    private final Gauge gauge;
    private final Clock clock;
    private final String owner;
    private volatile @Nullable Standing standing;

    /** @param owner names the organization; what is kept of another is thrown away */
    Book(Listed<T> listed, Database database, Gauge gauge, Clock clock, String owner) {
        this.listed = listed;
        this.shelf = new Shelf<>(listed.kept());
        this.database = database;
        this.gauge = gauge;
        this.clock = clock;
        this.owner = owner;
    }

    /** Looks up how far the copy got; begins anew where nothing is kept. */
    Mono<Void> open() {
        return database.call(jdbc -> {
                    Standing kept = Standings.read(jdbc, kind(), owner).orElse(null);
                    if (kept == null) {
                        Instant now = clock.instant();
                        kept = new Standing(0, now, null, now.minus(NEWEST), null, null);
                        shelf.clear(jdbc);
                        Standings.write(jdbc, kind(), owner, kept);
                    }
                    gauge.kept(kept, shelf.count(jdbc));
                    return kept;
                })
                .doOnNext(kept -> standing = kept)
                .then();
    }

    /** Whether it is known how far the copy got. */
    boolean isOpen() {
        return standing != null;
    }

    /** Looks it up again next time: nobody knows what the database took. */
    void close() {
        standing = null;
    }

    Standing standing() {
        return Objects.requireNonNull(standing);
    }

    /** Keeps a page, and how far the copy is with it. */
    Mono<Void> keep(Leaf<T> leaf, Standing next) {
        return write(jdbc -> {
                    int rows = shelf.put(jdbc, leaf.items());
                    if (!next.equals(standing)) {
                        Standings.write(jdbc, kind(), owner, next);
                    }
                    return rows;
                })
                .doOnSuccess(kept -> {
                    standing = next;
                    gauge.stands(next);
                });
    }

    /** Reads one record afresh and keeps it, or forgets it when Eiger does not have it. */
    Mono<Void> refresh(String id) {
        return Mono.defer(() -> listed.one().apply(id))
                .flatMap(record -> write(jdbc -> shelf.put(jdbc, List.of(record))))
                .onErrorResume(
                        Book::notFound, gone -> write(jdbc -> shelf.remove(jdbc, List.of(id.toLowerCase(Locale.ROOT)))))
                // Two who write the same record at the same moment: the one who was second writes again.
                .retryWhen(Retry.max(2).filter(DatabaseException.class::isInstance));
    }

    /** Ids that are kept, all or those of rows for which this holds; each with the id as it came. */
    Mono<Map<String, String>> ids(String where) {
        return database.call(jdbc -> shelf.ids(jdbc, where));
    }

    private Mono<Void> write(Function<JdbcClient, Integer> work) {
        // Counted after the commit: the embedded database counts at once what is committed, and row by row what is not.
        return database.call(work)
                .filter(rows -> rows > 0)
                .flatMap(rows -> database.call(shelf::count))
                .doOnNext(gauge::counted)
                .then();
    }

    private static boolean notFound(Throwable error) {
        return error instanceof FarmException farm && farm.trouble() instanceof Trouble.NotFound;
    }

    private String kind() {
        return listed.copy().name().toLowerCase(Locale.ROOT);
    }
}
