package io.nordwand.farm;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Asks for all printers again and again, one poll at a time, the next one interval after the last ended. A failed poll
 * is a state of the farm, not an error of the program: nothing ends this but {@link #stop()}.
 */
final class FarmPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FarmPoller.class);

    private final FarmSource source;
    private final FarmStore store;
    private final QueueNeeds needs;
    private final QueueReader queues;
    private final PollProperties poll;
    private final Backoff backoff;
    private final Clock clock;
    private final Scheduler scheduler;
    private @Nullable Disposable loop;
    private int failures;
    private @Nullable Trouble trouble;
    private boolean answered;

    FarmPoller(
            FarmSource source,
            FarmStore store,
            QueueNeeds needs,
            QueueReader queues,
            PollProperties poll,
            Backoff backoff,
            Clock clock,
            Scheduler scheduler) {
        this.source = source;
        this.store = store;
        this.needs = needs;
        this.queues = queues;
        this.poll = poll;
        this.backoff = backoff;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Override
    public synchronized void start() {
        if (loop == null) {
            loop = Mono.defer(this::once)
                    .flatMap(pause -> Mono.delay(pause, scheduler))
                    .repeat()
                    .subscribe(waited -> {}, error -> LOG.error("The poller ended; restart Nordwand", error));
        }
    }

    @Override
    public synchronized void stop() {
        if (loop != null) {
            loop.dispose();
            loop = null;
            queues.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }

    /** One poll; emits the pause until the next and never fails. */
    private Mono<Duration> once() {
        long reading = store.begin();
        return Mono.defer(source::printers)
                .timeout(Readings.limit(), scheduler)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the source gave nothing")))
                .map(reports -> succeeded(reading, reports))
                .onErrorResume(error -> Mono.fromSupplier(() -> failed(error)));
    }

    private Duration succeeded(long reading, List<PrinterReport> reports) {
        store.polled(reading, reports, clock.instant().plus(poll.interval()));
        needs.polled(reports);
        queues.open();
        if (trouble != null || !answered) {
            LOG.info("Eiger answers{}: {} printers", answered ? " again" : "", reports.size());
        }
        answered = true;
        failures = 0;
        trouble = null;
        return poll.interval();
    }

    private Duration failed(Throwable error) {
        queues.close();
        Trouble now = Readings.told(error).trouble();
        if (trouble == null || trouble.getClass() != now.getClass()) {
            warn(now, error);
        }
        trouble = now;
        failures++;
        Duration pause = backoff.after(failures, now);
        store.failed(now, clock.instant().plus(pause));
        return pause;
    }

    private static void warn(Trouble trouble, Throwable error) {
        String reference = trouble.reference() == null ? "" : " (reference " + trouble.reference() + ")";
        if (Readings.ourFault(error)) {
            LOG.warn("Eiger can't be read: {}", trouble.sentence(), error);
        } else {
            LOG.warn("Eiger can't be read: {}{}", trouble.sentence(), reference);
        }
    }
}
