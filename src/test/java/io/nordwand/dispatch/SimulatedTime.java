package io.nordwand.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Virtual time that outlives the program: with each start it gets new schedulers, and what waited in the old ones is gone. */
final class SimulatedTime extends Clock implements AutoCloseable {

    private Instant begin;
    private VirtualTimeScheduler scheduler;

    SimulatedTime(Instant begin) {
        this.begin = begin;
        this.scheduler = fresh();
    }

    private static VirtualTimeScheduler fresh() {
        VirtualTimeScheduler.reset();
        return VirtualTimeScheduler.getOrSet();
    }

    /** As with the end of a process: nothing that was to happen later happens. */
    void forgetAllPlans() {
        begin = instant();
        scheduler = fresh();
    }

    void pass(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    @Override
    public Instant instant() {
        return begin.plusMillis(scheduler.now(TimeUnit.MILLISECONDS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {
        VirtualTimeScheduler.reset();
    }
}
