package io.nordwand.farm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Reads the queues that need it, beside the poll and never in its way: two at a time and four a second at most, so that
 * viewers' and writers' calls get through.
 */
final class QueueReader {

    private static final int AT_ONCE = 2;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration SLOW_DOWN = Duration.ofSeconds(30);

    private final QueueNeeds needs;
    private final Readings readings;
    private final Clock clock;
    private final Scheduler scheduler;
    private Sinks.Empty<Void> stopped = Sinks.empty();
    private int working;
    private boolean open;
    private Instant notBefore = Instant.EPOCH;

    QueueReader(QueueNeeds needs, Readings readings, Clock clock, Scheduler scheduler) {
        this.needs = needs;
        this.readings = readings;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** Eiger answers: reads what is due, until nothing is. */
    void open() {
        int missing;
        Mono<Void> end;
        synchronized (this) {
            open = !clock.instant().isBefore(notBefore);
            missing = open ? AT_ONCE - working : 0;
            working += missing;
            end = stopped.asMono();
        }
        for (int i = 0; i < missing; i++) {
            Mono.defer(this::step)
                    .repeat()
                    .takeWhile(more -> more)
                    .takeUntilOther(end)
                    .subscribe();
        }
    }

    /** Eiger does not answer: starts nothing more until {@link #open()}. */
    synchronized void close() {
        open = false;
    }

    /** Ends at once. */
    synchronized void stop() {
        open = false;
        working = 0;
        stopped.tryEmitEmpty();
        stopped = Sinks.empty();
    }

    private Mono<Boolean> step() {
        return take().map(id -> readings.any(id)
                        .then()
                        .onErrorResume(error -> {
                            slowDown(Readings.told(error).trouble());
                            return Mono.empty();
                        })
                        .and(Mono.delay(PACE, scheduler))
                        .thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    /** Takes the next need, or ends this worker in the same breath, so that no need is left between the two. */
    private synchronized Optional<PrinterId> take() {
        Optional<PrinterId> next = open ? needs.next() : Optional.empty();
        if (next.isEmpty()) {
            working = Math.max(0, working - 1);
        }
        return next;
    }

    private synchronized void slowDown(Trouble trouble) {
        if (trouble instanceof Trouble.RateLimited limited) {
            notBefore = clock.instant().plus(Backoff.asked(limited, SLOW_DOWN));
            open = false;
        } else if (trouble instanceof Trouble.NotAuthorized) {
            open = false;
        }
    }
}
