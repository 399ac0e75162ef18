package io.nordwand.farm;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where everyone finds the current farm. Readers never wait for Eiger. */
public interface Farms {

    /** The farm as last polled; {@link Farm#none()} before the first poll. */
    Farm current();

    /** The current farm at once, then each new one; a slow reader skips to the latest. */
    Flux<Farm> updates();

    /**
     * Reads one printer and its queue afresh, outside the poll's schedule, and replaces it in the farm. The reading
     * begins after the subscription, so that it shows what a write before it did; those who ask meanwhile share one.
     *
     * @return what was read; a {@link FarmException} when it could not be
     */
    Mono<QueueReading> refresh(PrinterId printer);

    /**
     * For viewers who open a printer: what was read within {@code age}, else a reading that all viewers share. A reading
     * that failed within {@code age} is not tried again. So any number of viewers costs one reading per {@code age}.
     *
     * @return what was read; a {@link FarmException} when it could not be
     */
    default Mono<QueueReading> refreshIfOlderThan(PrinterId printer, Duration age) {
        return refresh(printer);
    }
}
