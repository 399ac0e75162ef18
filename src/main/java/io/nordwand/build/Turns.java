package io.nordwand.build;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets only so many tasks run at a time; the others wait in the order in which they came. */
final class Turns {

    private final Sinks.Many<Mono<Void>> waiting = Sinks.many().unicast().onBackpressureBuffer();

    Turns(int atOnce) {
        waiting.asFlux().flatMap(task -> task.onErrorComplete(), atOnce, 1).subscribe();
    }

    /** The result of the task, once it had its turn. It keeps its turn even if nobody waits for it any more. */
    <T> Mono<T> take(Mono<T> task) {
        return Mono.defer(() -> {
            Sinks.One<T> result = Sinks.one();
            Mono<Void> turn = task.doOnSuccess(value -> {
                        if (value == null) {
                            result.tryEmitEmpty();
                        } else {
                            result.tryEmitValue(value);
                        }
                    })
                    .doOnError(result::tryEmitError)
                    .then();
            synchronized (waiting) {
                waiting.tryEmitNext(turn).orThrow();
            }
            return result.asMono();
        });
    }
}
