package io.nordwand.eiger.call;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of every call.
 *
 * @param connectTimeout for TCP and for TLS each
 * @param readTimeout longest silence while an answer is awaited or comes in
 * @param totalTimeout longest time for one request and its answer, without the wait for a turn
 * @param slowTimeout the same for uploads and the analytics table
 * @param turnTimeout longest wait for a turn; then nothing was sent
 * @param callsAtOnce calls in flight at the same time (field note 7)
 * @param maxAnswer largest answer read
 * @param tries most times that a read is sent; writes are sent once
 * @param backoff pause before the second try, doubled for each further one, with jitter
 * @param maxBackoff longest such pause
 * @param patience longest time that a call waits because Eiger asked to slow down; past it the call fails unsent
 * @param maxHold longest time for which Eiger's wish to slow down is kept
 */
public record CallLimits(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("30s") Duration totalTimeout,
        @DefaultValue("3m") Duration slowTimeout,
        @DefaultValue("30s") Duration turnTimeout,
        @DefaultValue("4") int callsAtOnce,
        @DefaultValue("16MB") DataSize maxAnswer,
        @DefaultValue("3") int tries,
        @DefaultValue("400ms") Duration backoff,
        @DefaultValue("5s") Duration maxBackoff,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("5m") Duration maxHold) {
    public CallLimits {
        if (callsAtOnce < 1 || tries < 1 || maxAnswer.toBytes() < 1 || maxAnswer.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "nordwand.eiger.limits: calls-at-once and tries must be at least 1, max-answer 1 B to 2 GB");
        }
    }
}
