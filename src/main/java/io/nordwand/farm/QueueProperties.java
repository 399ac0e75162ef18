package io.nordwand.farm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is expected of queues.
 *
 * @param turnover time from the end of a job to the start of the next: clearing the bed and starting; not below zero
 */
@ConfigurationProperties("nordwand.queue")
public record QueueProperties(@DefaultValue("15m") Duration turnover) {
    public QueueProperties {
        if (turnover.isNegative() || turnover.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "nordwand.queue.turnover is " + turnover + "; it must be between 0 s and 7 days");
        }
    }
}
