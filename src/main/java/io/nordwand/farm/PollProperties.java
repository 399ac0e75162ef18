package io.nordwand.farm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often Eiger is asked.
 *
 * @param interval time from the end of one poll of all printers to the start of the next; at least 2 s
 * @param queueRound within which every queue is read again even if nothing hinted at a change
 * @param maxBackoff longest pause between polls while they fail
 */
@ConfigurationProperties("nordwand.poll")
public record PollProperties(
        @DefaultValue("15s") Duration interval,
        @DefaultValue("5m") Duration queueRound,
        @DefaultValue("2m") Duration maxBackoff) {
    public PollProperties {
        if (interval.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException(
                    "nordwand.poll.interval is " + interval + "; Eiger must not be asked more often than every 2 s");
        }
    }
}
