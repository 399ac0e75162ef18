package io.nordwand.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Holds the current world and steps it forward whenever somebody looks; the only mutable place of the simulation. */
public final class Timeline {

    private final Clock clock;
    private final double speed;
    private final Instant start;
    private Duration skipped = Duration.ZERO;
    private World world;

    /** A world that begins now; its clock runs {@code speed} times as fast as the given one. */
    public Timeline(long seed, int printers, double speed, Clock clock) {
        this.clock = clock;
        this.speed = speed;
        this.start = clock.instant();
        this.world = World.begin(seed, printers, start);
    }

    /** The world as it is now. */
    public synchronized World world() {
        world = world.at(time());
        return world;
    }

    /** Changes the world as it is now and gives what the change made. A {@link Refusal} leaves it as it was. */
    public synchronized <T> T change(Function<World, Outcome<T>> change) {
        Outcome<T> outcome = change.apply(world());
        world = outcome.world();
        return outcome.value();
    }

    /** Changes the world as it is now. */
    public synchronized void become(Function<World, World> change) {
        world = change.apply(world());
    }

    /** Something happens to one printer now. */
    public void happen(UUID device, Happening happening) {
        become(world -> world.steered(device, happening.event()));
    }

    /** One printer reports that word, and nothing more happens to it by itself. */
    public void say(UUID device, String state) {
        become(world ->
                world.steered(device, (printer, at) -> printer.with(state).with(Plan.REST)));
    }

    /** Lets simulated time pass at once. */
    public synchronized void advance(Duration time) {
        skipped = skipped.plus(time);
        world();
    }

    /** The time by which signed links live: it skips, but it does not run faster than the clock. */
    public synchronized Instant linkTime() {
        return clock.instant().plus(skipped);
    }

    private Instant time() {
        long passed = Duration.between(start, clock.instant()).toMillis();
        return start.plus(skipped).plusMillis((long) (passed * speed));
    }
}
