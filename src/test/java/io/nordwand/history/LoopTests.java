package io.nordwand.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Who waits for a copy wakes it, whenever they come. */
class LoopTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Steps steps = new Steps();
    private final Loop loop = new Loop(steps, time);

    /** Work that is done at once, unless it is held up. */
    private static final class Steps implements Loop.Steps {

        private final List<Boolean> taken = new ArrayList<>();
        private Sinks.@Nullable One<Duration> held;
        private boolean reading;

        @Override
        public Mono<Duration> step(boolean atOnce) {
            taken.add(atOnce);
            return held == null ? Mono.just(MINUTE) : held.asMono();
        }

        @Override
        public boolean isReading() {
            return reading;
        }
    }

    @AfterEach
    void end() {
        loop.stop();
    }

    private void start() {
        loop.start();
        time.advanceTimeBy(Duration.ZERO);
    }

    private AtomicBoolean wish() {
        AtomicBoolean done = new AtomicBoolean();
        loop.wish().doOnTerminate(() -> done.set(true)).subscribe();
        time.advanceTimeBy(Duration.ZERO);
        return done;
    }

    @Test
    void aWishWakesTheFirstSleep() {
        start();
        assertThat(wish()).isTrue();
        assertThat(steps.taken).containsExactly(false, true);
    }

    @Test
    void aWishWakesASleepThatBeganWhileTheLastOneEnded() {
        start();
        time.advanceTimeBy(MINUTE);
        assertThat(steps.taken).hasSize(2);
        assertThat(wish()).isTrue();
        assertThat(steps.taken).containsExactly(false, false, true);
    }

    @Test
    void wishesOneAfterTheOtherAreAllHeard() {
        start();
        for (int i = 0; i < 5; i++) {
            assertThat(wish()).isTrue();
        }
        assertThat(steps.taken).containsExactly(false, true, true, true, true, true);
    }

    @Test
    void aWishDuringAStepIsForTheNextOne() {
        Sinks.One<Duration> first = Sinks.one();
        steps.held = first;
        start();
        AtomicBoolean done = wish();
        assertThat(steps.taken).containsExactly(false);
        steps.held = null;
        first.tryEmitValue(MINUTE);
        time.advanceTimeBy(Duration.ZERO);
        assertThat(steps.taken).containsExactly(false, true);
        assertThat(done).isTrue();
    }

    @Test
    void aWishIsNotGrantedByAReadingThatBeganBeforeIt() {
        Sinks.One<Duration> page = Sinks.one();
        Sinks.One<Duration> next = Sinks.one();
        steps.held = page;
        steps.reading = true;
        start();
        AtomicBoolean done = wish();
        steps.held = next;
        page.tryEmitValue(MINUTE);
        time.advanceTimeBy(Duration.ZERO);
        assertThat(steps.taken).containsExactly(false, false);
        assertThat(done).isFalse();
        steps.held = null;
        steps.reading = false;
        next.tryEmitValue(MINUTE);
        time.advanceTimeBy(Duration.ZERO);
        assertThat(steps.taken).containsExactly(false, false, true);
        assertThat(done).isTrue();
    }

    @Test
    void aLoopThatNobodyWakesTakesOneStepAMinute() {
        start();
        wish();
        steps.taken.clear();
        time.advanceTimeBy(Duration.ofMinutes(10));
        assertThat(steps.taken).hasSize(10).containsOnly(false);
    }

    @Test
    void nobodyWaitsForALoopThatIsStopped() {
        Sinks.One<Duration> first = Sinks.one();
        steps.held = first;
        start();
        AtomicBoolean done = wish();
        loop.stop();
        assertThat(done).isTrue();
        assertThat(wish()).isTrue();
    }
}
