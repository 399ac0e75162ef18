package io.nordwand.farm;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The farm as polled and read in this process. */
final class LiveFarms implements Farms {

    private final FarmStore store;
    private final Readings readings;

    LiveFarms(FarmStore store, Readings readings) {
        this.store = store;
        this.readings = readings;
    }

    @Override
    public Farm current() {
        return store.current();
    }

    @Override
    public Flux<Farm> updates() {
        return store.updates();
    }

    @Override
    public Mono<QueueReading> refresh(PrinterId printer) {
        return readings.fresh(printer);
    }

    @Override
    public Mono<QueueReading> refreshIfOlderThan(PrinterId printer, Duration age) {
        return readings.notOlderThan(printer, age);
    }
}
