package io.nordwand.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Goes on with one copy step by step, and at once when somebody waits for what changed. */
final class Loop {

    /** What is done step by step. */
    interface Steps {

        /**
         * Does the next piece of work; emits the pause until the one after it and never fails.
         *
         * @param atOnce whether somebody waits for what changed
         */
        Mono<Duration> step(boolean atOnce);

        /** Whether a reading of changes is under way; who wants one that begins now has to wait for the next. */
        boolean isReading();
    }

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final Steps following;
    private final Scheduler scheduler;
    private List<Sinks.Empty<Void>> wishes = new ArrayList<>();
    private List<Sinks.Empty<Void>> granted = new ArrayList<>();
    private Sinks.@Nullable Empty<Void> sleep;
    private @Nullable Disposable running;

    Loop(Steps following, Scheduler scheduler) {
        this.following = following;
        this.scheduler = scheduler;
    }

    synchronized void start() {
        if (running == null) {
            running = Mono.defer(this::step)
                    .flatMap(this::pause)
                    .repeat()
                    .subscribeOn(scheduler)
                    .subscribe(waited -> {}, error -> log.error("A copy is kept up no more; restart Nordwand", error));
        }
    }

    synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
            wishes.addAll(granted);
            wishes.forEach(Sinks.Empty::tryEmitEmpty);
            wishes.clear();
            granted = new ArrayList<>();
        }
    }

    /** Done after the next reading of changes that begins from now on, well or not. */
    Mono<Void> wish() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> wish = Sinks.empty();
            synchronized (this) {
                if (running == null) {
                    return Mono.empty();
                }
                wishes.add(wish);
                if (sleep != null) {
                    sleep.tryEmitEmpty();
                }
            }
            return wish.asMono();
        });
    }

    private Mono<Duration> step() {
        boolean atOnce;
        synchronized (this) {
            if (!following.isReading() && granted.isEmpty()) {
                granted = wishes;
                wishes = new ArrayList<>();
            }
            atOnce = !granted.isEmpty();
        }
        return following.step(atOnce).doOnNext(pause -> grant());
    }

    /** The reading that was wished for is over, or failed. */
    private void grant() {
        List<Sinks.Empty<Void>> done;
        synchronized (this) {
            if (following.isReading()) {
                return;
            }
            done = granted;
            granted = new ArrayList<>();
        }
        done.forEach(Sinks.Empty::tryEmitEmpty);
    }

    private Mono<Long> pause(Duration pause) {
        Sinks.Empty<Void> woken = Sinks.empty();
        synchronized (this) {
            if (!wishes.isEmpty()) {
                return Mono.just(0L);
            }
            sleep = woken;
        }
        return Mono.firstWithSignal(Mono.delay(pause, scheduler), woken.asMono().thenReturn(0L))
                .doFinally(end -> {
                    synchronized (this) {
                        // The next sleep may have begun by now.
                        sleep = sleep == woken ? null : sleep;
                    }
                });
    }
}
