package io.nordwand.dispatch;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Makes one call to Eiger and goes on from its answer or its trouble. */
final class Sending {

    private Sending() {}

    /**
     * Keeps what follows out of the error handling of the one call, so that only the call's own error can mean that
     * nothing was sent.
     */
    static <T> Mono<Action> once(
            Mono<T> call, Function<T, Mono<Action>> answered, Function<Trouble, Mono<Action>> failed) {
        Mono<Supplier<Mono<Action>>> next = call.map(answer -> () -> answered.apply(answer));
        return next.onErrorResume(FarmException.class, error -> Mono.just(() -> failed.apply(error.trouble())))
                .flatMap(Supplier::get);
    }
}
