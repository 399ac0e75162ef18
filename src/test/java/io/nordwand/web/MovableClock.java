package io.nordwand.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A clock that tests set by hand; under virtual time it moves with that. */
public final class MovableClock extends Clock {

    private volatile Instant now;

    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Moves the clock; later by {@code by}. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Puts the clock to this moment. */
    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return VirtualTimeScheduler.isFactoryEnabled()
                ? now.plusNanos(VirtualTimeScheduler.get().now(TimeUnit.NANOSECONDS))
                : now;
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
