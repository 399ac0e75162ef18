package io.nordwand.dispatch;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes one call to Eiger that changes something. Whatever happens comes out as an {@link Answer}, never as an error, so
 * that what follows can't be taken for the call's own failure; what is not a plain refusal is an unknown outcome.
 */
@Component
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Duration limit;

    Sending(DispatchProperties dispatch) {
        this.limit = dispatch.answerLimit();
    }

    /** What came of a call: the value or the trouble. */
    record Answer<T>(@Nullable T value, @Nullable Trouble trouble) {

        <R> R fold(Function<T, R> answered, Function<Trouble, R> failed) {
            if (value != null) {
                return answered.apply(value);
            }
            return failed.apply(trouble == null ? lost("Eiger gave an empty answer.") : trouble);
        }
    }

    /** Makes the action's call once; always emits. */
    <T> Mono<Answer<T>> once(Action action, Call call, Supplier<Mono<T>> request) {
        return Mono.defer(request)
                .<Answer<T>>map(value -> new Answer<>(value, null))
                .timeout(limit)
                .onErrorResume(error -> Mono.just(new Answer<>(null, trouble(error))))
                .defaultIfEmpty(new Answer<>(null, null));
    }

    private Trouble trouble(Throwable error) {
        if (error instanceof FarmException known) {
            // Something unreadable came back: that is no refusal, whatever it was.
            return known.trouble() instanceof Trouble.Unreadable unreadable
                    ? new Trouble.OutcomeUnknown(unreadable.sentence(), unreadable.reference())
                    : known.trouble();
        }
        if (error instanceof TimeoutException) {
            return lost("Eiger did not answer within " + limit.toSeconds() + " s.");
        }
        log.error("A call to Eiger broke off; its outcome is unknown", error);
        return lost("Nordwand itself failed while it waited for Eiger’s answer.");
    }

    private static Trouble lost(String sentence) {
        return new Trouble.OutcomeUnknown(sentence, null);
    }
}
