package io.nordwand.farm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Reads single printers with their queues, for whoever asks: at most one reading of a printer at a time, shared by all
 * who may share it, and at most one more that waits for its end.
 */
final class Readings {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    /** Guards against a source that never answers; sources bound their calls themselves, below this. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final class Reading {
        private final Sinks.One<QueueReading> result = Sinks.one();
        private @Nullable Reading next;
    }

    private record Failure(Instant at, FarmException error) {}

    private final FarmSource source;
    private final FarmStore store;
    private final QueueNeeds needs;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Map<PrinterId, Reading> running = new HashMap<>();
    private final Map<PrinterId, Failure> failures = new HashMap<>();

    Readings(FarmSource source, FarmStore store, QueueNeeds needs, Clock clock, Scheduler scheduler) {
        this.source = source;
        this.store = store;
        this.needs = needs;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** A reading that begins after the subscription: it shows what a write before it did. */
    Mono<QueueReading> fresh(PrinterId id) {
        return Mono.defer(() -> join(id, true));
    }

    /** The reading that is under way, or a new one. */
    Mono<QueueReading> any(PrinterId id) {
        return Mono.defer(() -> join(id, false));
    }

    /** What was read or failed within {@code age}, else as {@link #any}: many viewers cost one reading per {@code age}. */
    Mono<QueueReading> notOlderThan(PrinterId id, Duration age) {
        return Mono.defer(() -> {
            Instant oldest = clock.instant().minus(age);
            Printer printer = store.current().printers().get(id);
            if (printer != null && printer.queue() != null) {
                if (!printer.queue().readAt().isBefore(oldest)
                        && !printer.readAt().isBefore(oldest)) {
                    return Mono.just(new QueueReading(printer.report(), printer.queue()));
                }
            }
            FarmException failure = failedSince(id, oldest);
            return failure == null ? join(id, false) : Mono.error(failure);
        });
    }

    private synchronized @Nullable FarmException failedSince(PrinterId id, Instant oldest) {
        Failure failure = failures.get(id);
        return failure == null || failure.at().isBefore(oldest) ? null : failure.error();
    }

    private Mono<QueueReading> join(PrinterId id, boolean mustBeginNow) {
        Reading joined;
        boolean first = false;
        synchronized (this) {
            Reading current = running.get(id);
            if (current == null) {
                joined = new Reading();
                running.put(id, joined);
                first = true;
            } else if (mustBeginNow) {
                if (current.next == null) {
                    current.next = new Reading();
                }
                joined = current.next;
            } else {
                joined = current;
            }
        }
        if (first) {
            start(id, joined);
        }
        return joined.result.asMono();
    }

    /** Runs to its end even if all who asked went away: others may have joined, and the farm wants to know. */
    private void start(PrinterId id, Reading reading) {
        long number = store.begin();
        QueueNeeds.Hints hints = needs.begin(id);
        Mono.defer(() -> source.queue(id))
                .timeout(LIMIT, scheduler)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the source gave nothing")))
                .map(read -> about(id, read))
                .doOnNext(read -> store.read(number, read))
                .subscribe(
                        read -> {
                            needs.done(id, hints);
                            end(id, reading, null);
                            reading.result.tryEmitValue(read);
                        },
                        error -> {
                            needs.failed(id);
                            FarmException told = told(error);
                            if (ourFault(error)) {
                                LOG.warn("Printer {} could not be read", id, error);
                            }
                            end(id, reading, told);
                            reading.result.tryEmitError(told);
                        });
    }

    /** Ids are the same in whatever case; the farm knows the printer by the one that was asked for. */
    private static QueueReading about(PrinterId asked, QueueReading read) {
        if (!asked.value().equalsIgnoreCase(read.printer().id().value())) {
            throw new FarmException(new Trouble.Unreadable("Eiger answered about another printer.", null));
        }
        return new QueueReading(read.printer().withId(asked), read.queue());
    }

    private void end(PrinterId id, Reading reading, @Nullable FarmException failure) {
        Reading next;
        synchronized (this) {
            next = reading.next;
            if (next == null) {
                running.remove(id);
            } else {
                running.put(id, next);
            }
            if (failure == null || !store.current().printers().containsKey(id)) {
                failures.remove(id);
            } else {
                failures.put(id, new Failure(clock.instant(), failure));
            }
        }
        if (next != null) {
            start(id, next);
        }
    }

    /** Makes any error one that can be told to people; only a fault of our own is none yet. */
    static FarmException told(Throwable error) {
        if (error instanceof FarmException known) {
            return known;
        }
        if (error instanceof TimeoutException) {
            return new FarmException(
                    new Trouble.Unavailable("Eiger did not answer within " + LIMIT.toSeconds() + " seconds.", null));
        }
        return new FarmException(
                new Trouble.Unreadable("Nordwand stumbled over Eiger’s answer. That is a fault in Nordwand.", null));
    }

    /** Whether the error tells of the code rather than of the world. */
    static boolean ourFault(Throwable error) {
        return !(error instanceof FarmException) && !(error instanceof TimeoutException);
    }

    static Duration limit() {
        return LIMIT;
    }
}
