package io.nordwand.dispatch;

import io.nordwand.audit.Outcome;
import reactor.core.publisher.Mono;

/**
 * Where one call is taken down before it is made, and what came of it afterwards.
 *
 * @param <S> what stands for the call once it is taken down
 */
interface Slip<S> {

    /** Takes down that the call is about to be made; an error when that fails, and then it must not be made. */
    Mono<S> intend();

    /** The call was not made after all. */
    Mono<Void> withdraw(S sent, String why);

    /** Takes down what came of the call. */
    Mono<Void> settle(S sent, Outcome outcome);

    /** Id of what the call belongs to, for the log. */
    String id();
}
