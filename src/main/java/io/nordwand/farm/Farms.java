package io.nordwand.farm;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where everyone finds the current farm. Readers never wait for Eiger. */
public interface Farms {

    /** The farm as last polled; {@link Farm#none()} before the first poll. */
    Farm current();

    /** The current farm at once, then each new one; a slow reader skips to the latest. */
    Flux<Farm> updates();

    /**
     * Reads one printer and its queue afresh, outside the poll's schedule, and replaces it in the farm. Used after a
     * write and when a viewer opens the printer. Concurrent calls for one printer share one reading.
     *
     * @return what was read; a {@link FarmException} when it could not be
     */
    Mono<QueueReading> refresh(PrinterId printer);
}
