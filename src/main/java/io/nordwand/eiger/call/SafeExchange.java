package io.nordwand.eiger.call;

import io.nordwand.eiger.api.Habit;
import io.nordwand.farm.FarmException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Carries out every call: waits for a turn and for Eiger's wish to slow down, bounds the time, judges failures, and
 * repeats reads. Every failure leaves as a {@link FarmException} without a cause, since causes know the headers.
 */
final class SafeExchange extends ReactorHttpExchangeAdapterDecorator {

    private static final Logger log = LoggerFactory.getLogger(SafeExchange.class);
    private static final ParameterizedTypeReference<String> TEXT = new ParameterizedTypeReference<>() {};

    private final CallLimits limits;
    private final CallBudget budget;
    private final HoldOff holdOff;
    private final Judge judge;

    SafeExchange(HttpExchangeAdapter delegate, CallLimits limits, HoldOff holdOff, Judge judge) {
        super(delegate);
        this.limits = limits;
        this.budget = new CallBudget(limits.callsAtOnce(), limits.turnTimeout());
        this.holdOff = holdOff;
        this.judge = judge;
    }

    @Override
    public Mono<Void> exchangeForMono(HttpRequestValues values) {
        return call(
                        Operation.of(values),
                        () -> super.exchangeForEntityMono(values, TEXT).map(SafeExchange::withoutMarkup))
                .then();
    }

    @Override
    public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        Operation operation = Operation.of(values);
        return call(
                        operation,
                        () -> super.exchangeForEntityMono(values, type)
                                .map(SafeExchange::withoutMarkup)
                                .map(answer -> withBody(operation, answer)))
                .flatMap(answer -> Mono.justOrEmpty(answer.getBody()));
    }

    @Override
    public <T> Mono<ResponseEntity<T>> exchangeForEntityMono(
            HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return call(Operation.of(values), () -> super.exchangeForEntityMono(values, type));
    }

    private <T> Mono<ResponseEntity<T>> call(Operation operation, Supplier<Mono<ResponseEntity<T>>> exchange) {
        return Mono.defer(() -> {
            Mono<ResponseEntity<T>> once = attempt(operation, exchange);
            long start = System.nanoTime();
            return (operation.repeatable() ? once.retryWhen(again(start)) : once)
                    .onErrorMap(FailedCallException.class, failed -> new FarmException(failed.trouble()));
        });
    }

    private <T> Mono<ResponseEntity<T>> attempt(Operation operation, Supplier<Mono<ResponseEntity<T>>> exchange) {
        return Mono.defer(() -> {
            Progress progress = new Progress();
            Duration longest = operation.has(Habit.SLOW) ? limits.slowTimeout() : limits.totalTimeout();
            Mono<ResponseEntity<T>> request = Mono.defer(exchange)
                    .timeout(longest)
                    .contextWrite(context -> context.put(Progress.class, progress));
            return budget.run(operation.writes(), holdOff.pass().then(request))
                    .doOnNext(answer -> done(operation, answer))
                    .onErrorMap(error -> failed(operation, progress, error));
        });
    }

    private void done(Operation operation, ResponseEntity<?> answer) {
        holdOff.relax();
        if (operation.writes()) {
            log.info("{} {}", operation.id(), answer.getStatusCode().value());
        } else {
            log.debug("{} {}", operation.id(), answer.getStatusCode().value());
        }
    }

    private FailedCallException failed(Operation operation, Progress progress, Throwable error) {
        FailedCallException failed = judge.judge(operation, progress, error);
        String kind = failed.trouble().getClass().getSimpleName();
        String cause = error instanceof AnswerException answer
                ? "status " + answer.status()
                : error.getClass().getSimpleName();
        if (operation.writes()) {
            log.warn(
                    "{} {} ({}), reference {}",
                    operation.id(),
                    kind,
                    cause,
                    failed.trouble().reference());
        } else {
            log.debug(
                    "{} {} ({}), reference {}",
                    operation.id(),
                    kind,
                    cause,
                    failed.trouble().reference());
        }
        return failed;
    }

    /** Reads again after a growing pause with jitter, as often as the failure allows and while the time lasts. */
    private Retry again(long start) {
        return Retry.from(signals -> signals.concatMap(signal -> {
            Throwable error = signal.failure();
            boolean more = error instanceof FailedCallException failed
                    && signal.totalRetries() + 1 < failed.tries()
                    && System.nanoTime() - start < limits.totalTimeout().toNanos();
            return more ? Mono.delay(pause(signal.totalRetries())) : Mono.<Long>error(error);
        }));
    }

    private Duration pause(long retries) {
        long full = limits.backoff().toMillis() << Math.min(retries, 10);
        long capped = Math.min(full, limits.maxBackoff().toMillis());
        return Duration.ofMillis((long) (capped * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
    }

    private static <T> ResponseEntity<T> withoutMarkup(ResponseEntity<T> answer) {
        if (answer.getBody() instanceof String text && text.stripLeading().startsWith("<")) {
            throw new UselessAnswerException(false);
        }
        return answer;
    }

    private static <T> ResponseEntity<T> withBody(Operation operation, ResponseEntity<T> answer) {
        boolean off = operation.has(Habit.MAY_BE_OFF) && answer.getStatusCode().isSameCodeAs(HttpStatus.NO_CONTENT);
        if (answer.getBody() == null && !off) {
            throw new UselessAnswerException(true);
        }
        return answer;
    }
}
