package io.nordwand.farm;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Holds the current farm and merges readings into it. Readings overlap (a poll of all, one printer after a write), so
 * each takes a number when it begins, and what a later one told of a printer is never replaced by an earlier one.
 */
final class FarmStore {

    /** A printer with the numbers of the readings that its report and its queue came from. */
    private record Known(Printer printer, long report, long queue) {}

    private final Observation observation;
    private final Clock clock;
    private final Scheduler scheduler;
    private final AtomicLong readings = new AtomicLong();
    private final Sinks.Many<Farm> sink = Sinks.many().replay().latestOrDefault(Farm.none());
    private Map<PrinterId, Known> known = new LinkedHashMap<>();
    private volatile Farm farm = Farm.none();

    FarmStore(Observation observation, Clock clock, Scheduler scheduler) {
        this.observation = observation;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    Farm current() {
        return farm;
    }

    /** Each reader gets what is current at the moment when it can take it, on a thread that is not the poll's. */
    Flux<Farm> updates() {
        return sink.asFlux()
                .onBackpressureLatest()
                .publishOn(scheduler, 1)
                .map(woken -> farm)
                .distinctUntilChanged(Farm::revision);
    }

    /** Gives a reading that begins now its number. */
    long begin() {
        return readings.incrementAndGet();
    }

    /** Takes in a good poll: the farm has exactly these printers, and those that a later reading found. */
    synchronized void polled(long reading, List<PrinterReport> reports, Instant nextTry) {
        Instant now = clock.instant();
        Map<PrinterId, Known> merged = new LinkedHashMap<>();
        for (PrinterReport report : reports) {
            merged.put(report.id(), merge(known.get(report.id()), reading, report, now));
        }
        known.forEach((id, before) -> {
            if (before.report() > reading) {
                merged.putIfAbsent(id, before);
            }
        });
        known = merged;
        publish(new Freshness(now, null, null, nextTry));
    }

    private Known merge(@Nullable Known before, long reading, PrinterReport report, Instant now) {
        if (before == null) {
            return new Known(observation.of(null, report, now), reading, 0);
        }
        if (before.report() > reading) {
            return new Known(observation.again(before.printer(), now), before.report(), before.queue());
        }
        return new Known(observation.of(before.printer(), report, now), reading, before.queue());
    }

    /** Takes in a failed poll: the printers stay as they were read last. */
    synchronized void failed(Trouble trouble, Instant nextTry) {
        Freshness before = farm.freshness();
        Instant since = before.failingSince() == null ? clock.instant() : before.failingSince();
        publish(new Freshness(before.lastGood(), since, trouble, nextTry));
    }

    /**
     * Takes in a reading of one printer; nothing happens when the farm does not have it, or knows later things. Nobody
     * is woken when it tells what is known.
     */
    synchronized void read(long reading, QueueReading read) {
        PrinterId id = read.printer().id();
        Known before = known.get(id);
        if (before == null || (reading < before.report() && reading < before.queue())) {
            return;
        }
        Known after = before.report() > reading ? before : merge(before, reading, read.printer(), clock.instant());
        if (after.queue() < reading) {
            after = new Known(after.printer().withQueue(read.queue()), after.report(), reading);
        }
        known.put(id, after);
        replace(farm.freshness());
        if (!after.printer().tellsTheSameAs(before.printer())) {
            sink.tryEmitNext(farm).orThrow();
        }
    }

    private void publish(Freshness freshness) {
        replace(freshness);
        sink.tryEmitNext(farm).orThrow();
    }

    private void replace(Freshness freshness) {
        long revision = Math.max(farm.revision() + 1, clock.millis());
        farm = Farm.of(revision, known.values().stream().map(Known::printer).toList(), freshness);
    }
}
