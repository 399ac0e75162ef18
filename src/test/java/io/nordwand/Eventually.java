package io.nordwand;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Waits for what goes on behind a test's back, however busy the machine is. */
public final class Eventually {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Far above what anything takes, so that only what never comes fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Eventually() {}

    /** Returns once it is so. A look may block, since each runs on a thread that allows it, the second as the first. */
    public static void so(BooleanSupplier look) {
        Flux.interval(Duration.ZERO, BETWEEN_LOOKS, Schedulers.boundedElastic())
                .filter(beat -> look.getAsBoolean())
                .blockFirst(PATIENCE);
    }
}
