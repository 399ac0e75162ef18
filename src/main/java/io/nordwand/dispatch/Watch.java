package io.nordwand.dispatch;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out by reading what became of something that was sent; the only answer to a lost answer. */
@Component
class Watch {

    private final Farms farms;
    private final DispatchProperties dispatch;

    Watch(Farms farms, DispatchProperties dispatch) {
        this.farms = farms;
        this.dispatch = dispatch;
    }

    /**
     * Reads the printer and its queue again and again until {@code verdict} has one; empty when the time is over first.
     * A reading that fails is no verdict.
     */
    <T> Mono<T> until(PrinterId printer, Function<QueueReading, Optional<T>> verdict) {
        Mono<Optional<T>> reading = Mono.defer(() -> farms.refresh(printer))
                .map(verdict)
                .onErrorResume(FarmException.class, trouble -> Mono.just(Optional.empty()));
        return reading.repeatWhen(completed -> completed.delayElements(dispatch.askEvery()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .next()
                .timeout(dispatch.followUp(), Mono.empty());
    }

    /** Reads once, so that pages show what is true now; what goes wrong is no matter. */
    Mono<QueueReading> look(PrinterId printer) {
        return farms.refresh(printer).onErrorResume(FarmException.class, trouble -> Mono.empty());
    }
}
