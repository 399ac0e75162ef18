package io.nordwand.farm;

import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A farm that tests set by hand. */
public final class FakeFarms implements Farms {

    private final Sinks.Many<Farm> sink = Sinks.many().replay().latest();
    private volatile Farm current = Farm.none();

    public FakeFarms(Farm farm) {
        show(farm);
    }

    /** Replaces the farm, as a poll would. */
    public void show(Farm farm) {
        current = farm;
        sink.tryEmitNext(farm).orThrow();
    }

    @Override
    public Farm current() {
        return current;
    }

    @Override
    public Flux<Farm> updates() {
        return sink.asFlux();
    }

    @Override
    public Mono<QueueReading> refresh(PrinterId printer) {
        return Mono.fromSupplier(() -> current.printer(printer)
                .flatMap(found ->
                        Optional.ofNullable(found.queue()).map(queue -> new QueueReading(found.report(), queue)))
                .orElseThrow(() -> new FarmException(new Trouble.NotFound("No such printer.", null))));
    }
}
