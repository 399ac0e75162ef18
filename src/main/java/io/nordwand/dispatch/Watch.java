package io.nordwand.dispatch;

import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** Reads printer and queue afresh; errors are {@link io.nordwand.farm.FarmException} or a time-out. */
    Mono<QueueReading> read(PrinterId printer) {
        return Mono.defer(() -> farms.refresh(printer)).timeout(dispatch.readingLimit());
    }

    /** The printer's name as last polled, or its id. */
    String name(PrinterId printer) {
        return farms.current()
                .printer(printer)
                .map(each -> each.report().displayName())
                .orElse(printer.value());
    }

    /** Reads once, so that pages show what is true now; empty when that fails. */
    Mono<QueueReading> look(PrinterId printer) {
        return read(printer).onErrorResume(error -> Mono.empty());
    }

    /** Reads until it can be read; empty when the time is over first. */
    Mono<QueueReading> atLast(PrinterId printer) {
        return until(printer, Optional::of);
    }

    /**
     * Reads the printer and its queue again and again until {@code verdict} has one; empty when the time is over first.
     * A reading that fails is no verdict.
     */
    <T> Mono<T> until(PrinterId printer, Function<QueueReading, Optional<T>> verdict) {
        return look(printer)
                .map(verdict)
                .repeatWhen(completed -> completed.delayElements(dispatch.askEvery()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .next()
                .timeout(dispatch.followUp(), Mono.empty());
    }

    /** How long {@link #later} is worth its while. */
    Duration lateLimit() {
        return dispatch.lateFollowUp();
    }

    /** Waits for the regular polls to show it, which costs Eiger nothing; empty when the time is over first. */
    Mono<Printer> later(PrinterId printer, Predicate<Printer> sign, Duration limit) {
        return farms.updates()
                .mapNotNull(farm -> farm.printers().get(printer))
                .filter(sign)
                .next()
                .timeout(limit, Mono.empty())
                .onErrorResume(error -> Mono.empty());
    }
}
