package io.nordwand.dispatch;

import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Tells everyone who looks of each change of an action; readers never keep the one who tells waiting. */
final class ActionFeed {

    private final Sinks.Many<Action> sink = Sinks.many().multicast().directBestEffort();

    void tell(Action action) {
        // Subscribers only take note, so that the one who emits at this moment is through in no time.
        sink.emitNext(action, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** The action of that id once it is no longer running, or as it is {@code now} when the patience ends. */
    Mono<Action> settled(String id, Mono<Action> now, Duration patience) {
        return Flux.merge(only(action -> action.id().equals(id)), now)
                .filter(action -> action.stage() != Stage.RUNNING)
                .next()
                .timeout(patience, now);
    }

    /** All changes. */
    Flux<Action> all() {
        return sink.asFlux()
                .onBackpressureBuffer(4096, BufferOverflowStrategy.DROP_OLDEST)
                .publishOn(Schedulers.parallel());
    }

    /** The changes of some; a slow reader gets the latest. */
    Flux<Action> only(Predicate<Action> some) {
        return sink.asFlux().filter(some).onBackpressureLatest().publishOn(Schedulers.parallel());
    }
}
