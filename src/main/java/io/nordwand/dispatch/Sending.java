package io.nordwand.dispatch;

import io.nordwand.audit.Outcome;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Receipt;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes one call to Eiger that changes something, if writing is allowed and the call could be taken down first. Whatever
 * happens comes out as an {@link Answer}, never as an error, so that what follows can't be taken for the call's own
 * failure; what is not a plain refusal is an unknown outcome.
 */
@Component
class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Writes writes;
    private final Bookkeeping books;
    private final Clock clock;
    private final Duration limit;

    Sending(Writes writes, Bookkeeping books, Clock clock, DispatchProperties dispatch) {
        this.writes = writes;
        this.books = books;
        this.clock = clock;
        this.limit = dispatch.answerLimit();
    }

    /**
     * What came of a call: the value or the trouble.
     *
     * @param claimed whether the status said that it was done, though the rest could not be read; somebody in between can
     *     have said so
     */
    record Answer<T>(@Nullable T value, @Nullable Trouble trouble, boolean claimed) {

        Answer(@Nullable T value, @Nullable Trouble trouble) {
            this(value, trouble, false);
        }

        private Answer<T> with(Receipt receipt) {
            Integer status = receipt.status();
            return new Answer<>(value, trouble, value == null && status != null && status / 100 == 2);
        }

        <R> R fold(Function<T, R> answered, Function<Trouble, R> failed) {
            if (value != null) {
                return answered.apply(value);
            }
            return failed.apply(trouble == null ? lost("Eiger gave an empty answer.") : trouble);
        }
    }

    /** Makes the action's call once, or holds it back; always emits. */
    <T> Mono<Answer<T>> once(Action action, Call call, Supplier<Mono<T>> request) {
        return once(books.slip(action, call), request);
    }

    /** Makes the call that is taken down there once, or holds it back; always emits. */
    <S, T> Mono<Answer<T>> once(Slip<S> slip, Supplier<Mono<T>> request) {
        return Mono.defer(() -> writes.objection().isPresent()
                ? Mono.just(held(writes.objection().get()))
                : slip.intend()
                        .map(Optional::of)
                        .onErrorResume(problem -> Mono.just(unrecorded(slip, problem)))
                        .flatMap(sent -> sent.isPresent() ? send(slip, sent.get(), request) : Mono.just(unrecorded())));
    }

    private static <T> Answer<T> unrecorded() {
        return held(new Trouble.NotRecorded("The database could not take it down, so it was not sent.", null));
    }

    private static <S> Optional<S> unrecorded(Slip<S> slip, Throwable problem) {
        log.error("A call of action {} was not made, since it could not be taken down", slip.id(), problem);
        return Optional.empty();
    }

    /** Last look at the switch, since taking down takes its time; from here on the request is on its way. */
    private <S, T> Mono<Answer<T>> send(Slip<S> slip, S sent, Supplier<Mono<T>> request) {
        return writes.objection()
                .map(stopped -> slip.withdraw(sent, stopped.sentence()).thenReturn(Sending.<T>held(stopped)))
                .orElseGet(() -> {
                    Receipt receipt = new Receipt();
                    Instant began = clock.instant();
                    return answer(request)
                            .contextWrite(context -> context.put(Receipt.class, receipt))
                            .map(answer -> answer.with(receipt))
                            .flatMap(answer -> slip.settle(
                                            sent, outcome(answer, receipt, Duration.between(began, clock.instant())))
                                    .thenReturn(answer));
                });
    }

    private <T> Mono<Answer<T>> answer(Supplier<Mono<T>> request) {
        return Mono.defer(request)
                .<Answer<T>>map(value -> new Answer<>(value, null))
                .timeout(limit)
                .onErrorResume(error -> Mono.just(new Answer<>(null, trouble(error))))
                .defaultIfEmpty(new Answer<>(null, lost("Eiger gave an empty answer.")));
    }

    private static <T> Answer<T> held(Trouble trouble) {
        return new Answer<>(null, trouble);
    }

    private static Outcome outcome(Answer<?> answer, Receipt receipt, Duration took) {
        Outcome.Kind kind = answer.fold(
                value -> Outcome.Kind.DONE,
                trouble -> trouble instanceof Trouble.OutcomeUnknown ? Outcome.Kind.UNKNOWN : Outcome.Kind.NOT_DONE);
        Trouble trouble = answer.trouble();
        String reference = receipt.reference() == null && trouble != null ? trouble.reference() : receipt.reference();
        String sentence = trouble == null ? "" : trouble.sentence();
        return new Outcome(kind, receipt.status(), reference, sentence, took, result(answer.value()));
    }

    /** What the call made, where it made something. */
    private static @Nullable String result(@Nullable Object value) {
        boolean named = value instanceof EntryId
                || value instanceof JobId
                || (value instanceof Made && !value.equals(Made.NOTHING));
        return named ? String.valueOf(value) : null;
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
