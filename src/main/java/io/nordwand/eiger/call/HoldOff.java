package io.nordwand.eiger.call;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps all calls back while Eiger wants to be left alone (429, 503 with Retry-After; field note 7). */
final class HoldOff {

    /** The wait would be too long for a call: it was not sent. */
    static final class HeldException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Duration left;

        HeldException(Duration left) {
            super("held off", null, false, false);
            this.left = left;
        }

        Duration left() {
            return left;
        }
    }

    private final Clock clock;
    private final CallLimits limits;
    private Instant until = Instant.MIN;
    private int strikes;

    HoldOff(Clock clock, CallLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Completes when a call may go out; fails with {@link HeldException} when that is too far away. */
    Mono<Void> pass() {
        return Mono.defer(() -> {
            Duration left = left();
            if (left.isZero()) {
                return Mono.empty();
            }
            return left.compareTo(limits.patience()) > 0
                    ? Mono.error(new HeldException(left))
                    : Mono.delay(left).then(pass());
        });
    }

    private synchronized Duration left() {
        Instant now = clock.instant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /**
     * Eiger asked to slow down.
     *
     * @param retryAfter what it said, or null: then the pause doubles with each such answer
     * @return how long it said, at most the longest hold; null when it did not say or not readably
     */
    synchronized @Nullable Duration slowDown(@Nullable String retryAfter) {
        Duration told = told(retryAfter);
        strikes = Math.min(strikes + 1, 16);
        Duration hold = told == null ? guess() : told;
        Instant end = clock.instant().plus(hold);
        until = end.isAfter(until) ? end : until;
        return told;
    }

    /** A call went well: the next guess starts low again. */
    synchronized void relax() {
        strikes = 0;
    }

    private Duration guess() {
        long millis = limits.backoff().toMillis() << Math.min(strikes - 1, 10);
        return shorter(
                Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.75, 1.25))));
    }

    private @Nullable Duration told(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        if (text.matches("[0-9]+")) {
            return text.length() > 9 ? limits.maxHold() : shorter(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), at);
            return left.isNegative() ? Duration.ZERO : shorter(left);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Duration shorter(Duration hold) {
        return hold.compareTo(limits.maxHold()) > 0 ? limits.maxHold() : hold;
    }
}
