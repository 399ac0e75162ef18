package io.nordwand.history;

import io.nordwand.farm.Backoff;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps the copy of one list, a request at a time: what changed comes first, again and again; between, the first reading
 * goes on; and now and then everything is compared.
 */
final class Following<T> implements Loop.Steps {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    /** The first comparison comes soon: what moved while the first reading paged may have been missed. */
    private static final Duration FIRST_COMPARISON = Duration.ofMinutes(15);

    private final Listed<T> listed;
    private final Book<T> book;
    private final HistoryProperties properties;
    private final Backoff backoff;
    private final Clock clock;
    private final Gauge gauge;
    private @Nullable Changes<T> changes;
    private @Nullable Inspection<T> open;
    private @Nullable Task first;
    private @Nullable Task comparison;
    private @Nullable Instant followedAt;
    private boolean blind;
    private int failures;

    Following(Listed<T> listed, Book<T> book, HistoryProperties properties, Backoff backoff, Clock clock, Gauge gauge) {
        this.listed = listed;
        this.book = book;
        this.properties = properties;
        this.backoff = backoff;
        this.clock = clock;
        this.gauge = gauge;
    }

    @Override
    public Mono<Duration> step(boolean atOnce) {
        return Mono.defer(() -> book.isOpen() ? work(atOnce) : book.open().then(Mono.defer(() -> work(atOnce))))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Eiger gave nothing, not even a list.")))
                .doOnNext(pause -> well())
                .onErrorResume(problem -> Mono.fromSupplier(() -> failed(problem)));
    }

    @Override
    public boolean isReading() {
        return changes != null || open != null;
    }

    private Mono<Duration> work(boolean atOnce) {
        if (isReading() || atOnce || followDue()) {
            return follow();
        }
        if (!book.standing().whole()) {
            first = first == null ? new FirstReading<>(listed, book, clock) : first;
            return first.next().map(last -> {
                if (last) {
                    first = null;
                    log.info("The first reading of {} is done", kind());
                }
                return properties.pace();
            });
        }
        if (comparison != null || !clock.instant().isBefore(nextComparison())) {
            return compare();
        }
        return Mono.just(untilNext());
    }

    private Mono<Duration> follow() {
        if (open != null) {
            return open.next().map(last -> last ? followed() : Duration.ZERO);
        }
        Changes<T> now = changes == null ? new Changes<>(listed, book, properties.overlap(), clock) : changes;
        changes = now;
        // Whoever refuses to be asked by time of change is as good as one who does not listen to it.
        Mono<Boolean> step = now.next().onErrorResume(Following::refused, e -> Mono.fromSupplier(now::refused));
        return step.map(last -> {
            if (!last) {
                return properties.pace();
            }
            if (now.blind() && !blind) {
                log.warn("Eiger does not list {} by time of change; changes show only when all is compared", kind());
            }
            blind = now.blind();
            changes = null;
            Listed.Open<T> part = listed.open();
            open = part == null ? null : Inspection.open(listed, book, part);
            return open == null ? followed() : Duration.ZERO;
        });
    }

    private Duration followed() {
        open = null;
        followedAt = clock.instant();
        return properties.pace();
    }

    private Mono<Duration> compare() {
        Instant began = clock.instant();
        Task task = comparison == null
                ? Inspection.whole(listed, book, now -> now.swept(clock.instant(), blind ? began : now.readAt()))
                : comparison;
        comparison = task;
        return task.next().map(last -> {
            if (last) {
                comparison = null;
            }
            return properties.pace();
        });
    }

    private boolean followDue() {
        return followedAt == null || !clock.instant().isBefore(followedAt.plus(properties.follow()));
    }

    private Instant nextComparison() {
        Standing now = book.standing();
        Duration soon =
                properties.reconcile().compareTo(FIRST_COMPARISON) < 0 ? properties.reconcile() : FIRST_COMPARISON;
        Instant last = now.sweptAt();
        return last == null
                ? Objects.requireNonNull(now.firstEndedAt()).plus(soon)
                : last.plus(blind ? soon : properties.reconcile());
    }

    private Duration untilNext() {
        Instant follow = Objects.requireNonNull(followedAt).plus(properties.follow());
        Instant compare = nextComparison();
        Duration pause = Duration.between(clock.instant(), compare.isBefore(follow) ? compare : follow);
        return pause.isNegative()
                ? Duration.ZERO
                : pause.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }

    private void well() {
        if (failures > 0) {
            log.info("The copy of {} goes on", kind());
            failures = 0;
            gauge.well();
        }
    }

    private Duration failed(Throwable problem) {
        failures++;
        Trouble trouble = problem instanceof FarmException farm ? farm.trouble() : null;
        if (failures == 1) {
            warn(trouble, problem);
        }
        changes = null;
        open = null;
        if (trouble == null) {
            // Not Eiger's doing, so nobody knows what of the last page was kept: all tasks begin anew.
            first = null;
            comparison = null;
            book.close();
        }
        gauge.failed(trouble);
        return backoff.after(failures, trouble == null ? new Trouble.Unavailable("", null) : trouble);
    }

    private static boolean refused(Throwable problem) {
        return problem instanceof FarmException farm && farm.trouble() instanceof Trouble.Rejected;
    }

    private void warn(@Nullable Trouble trouble, Throwable problem) {
        if (trouble == null) {
            log.warn("The copy of {} can't be kept up", kind(), problem);
        } else {
            log.warn("The copy of {} can't be kept up: {}", kind(), trouble.sentence());
        }
    }

    private String kind() {
        return listed.copy().name().toLowerCase(Locale.ROOT);
    }
}
