package io.nordwand.kiosk;

import io.nordwand.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * When each screen was last seen. In memory it is always exact; the database gets it at most once a minute for each screen,
 * and nobody waits for that.
 */
@Component
class Sightings {

    /** A screen that was not seen for so long is not there: those that live ask at least each half minute. */
    static final Duration GONE = Duration.ofSeconds(75);

    private static final Logger log = LoggerFactory.getLogger(Sightings.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final ScreenTable table;
    private final Map<Long, Sighting> last = new ConcurrentHashMap<>();
    private final Map<Long, Instant> stored = new ConcurrentHashMap<>();
    private final Sinks.Many<Long> news = Sinks.many().multicast().directBestEffort();

    Sightings(Database database, Screens screens) {
        this.database = database;
        this.table = screens.table();
        Map<Long, Sighting> known = Objects.requireNonNull(database.now(table::sightings));
        last.putAll(known);
        known.forEach((id, sighting) -> stored.put(id, sighting.at()));
    }

    /** A screen was seen. */
    void note(Screen screen, Sighting sighting) {
        Sighting now =
                Objects.requireNonNull(last.merge(screen.id(), sighting, (before, later) -> later.after(before)));
        synchronized (news) {
            news.tryEmitNext(screen.id());
        }
        if (isDue(screen.id(), now.at())) {
            database.call(jdbc -> table.seen(jdbc, screen.id(), now))
                    .subscribe(
                            done -> {},
                            problem -> log.warn(
                                    "That the screen \"{}\" was seen could not be stored: {}",
                                    screen.name(),
                                    problem.getMessage()));
        }
    }

    /** The last one; null when it was never seen. */
    @Nullable
    Sighting of(Screen screen) {
        return last.get(screen.id());
    }

    /** Tells at each sighting whose it was; a slow reader misses some. */
    Flux<Long> news() {
        return news.asFlux().onBackpressureLatest();
    }

    private boolean isDue(long id, Instant now) {
        AtomicBoolean due = new AtomicBoolean();
        stored.compute(id, (key, before) -> {
            due.set(before == null || !before.plus(PAUSE).isAfter(now));
            return due.get() ? now : before;
        });
        return due.get();
    }
}
