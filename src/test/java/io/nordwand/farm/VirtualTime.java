package io.nordwand.farm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A clock and a scheduler that stand until a test moves them on, together. */
final class VirtualTime extends Clock {

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

    Scheduler scheduler() {
        return scheduler;
    }

    void pass(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    /** What the clock will show then. */
    Instant in(Duration time) {
        return instant().plus(time);
    }

    @Override
    public Instant instant() {
        return FarmFixtures.NOW.plusMillis(scheduler.now(TimeUnit.MILLISECONDS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
