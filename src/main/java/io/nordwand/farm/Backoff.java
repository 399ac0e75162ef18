package io.nordwand.farm;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failed polls: the interval doubled with each failure up to a cap, less a random quarter so that
 * several installations do not ask in step; longer when Eiger says so.
 */
public final class Backoff {

    /** What Eiger asks for is honoured up to here; beyond it is more likely a broken header. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final Duration interval;
    private final Duration longest;
    private final DoubleSupplier random;

    /**
     * @param interval pause when nothing fails
     * @param longest longest pause; the interval if that is longer
     * @param random gives 0 to 1
     */
    public Backoff(Duration interval, Duration longest, DoubleSupplier random) {
        this.interval = interval;
        this.longest = longest.compareTo(interval) > 0 ? longest : interval;
        this.random = random;
    }

    Backoff(PollProperties poll, DoubleSupplier random) {
        this(poll.interval(), poll.maxBackoff(), random);
    }

    /** The pause after the {@code failures}th failure in a row, counted from 1. */
    public Duration after(int failures, Trouble trouble) {
        Duration base = shorter(interval.multipliedBy(1L << Math.min(failures - 1, 16)), longest);
        Duration pause = base.minus(share(base, 0.25));
        if (trouble instanceof Trouble.RateLimited limited) {
            Duration asked = asked(limited, Duration.ZERO);
            Duration polite = asked.plus(share(asked, 0.1));
            return polite.compareTo(pause) > 0 ? polite : pause;
        }
        return pause;
    }

    /** What Eiger asks to wait, up to an hour; {@code otherwise} when it does not say. */
    static Duration asked(Trouble.RateLimited limited, Duration otherwise) {
        return limited.retryAfter() == null ? otherwise : shorter(limited.retryAfter(), LONGEST_ASKED);
    }

    private Duration share(Duration of, double most) {
        return Duration.ofMillis((long) (of.toMillis() * most * random.getAsDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
