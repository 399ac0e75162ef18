package io.nordwand.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the approved set is read.
 *
 * @param interval pause between two readings; at least 5 s
 */
@ConfigurationProperties("nordwand.approvals")
record ApprovalProperties(@DefaultValue("10m") Duration interval) {

    ApprovalProperties {
        if (interval.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("nordwand.approvals.interval is " + interval.toMillis()
                    + " ms; it must be at least 5 s, or Eiger is asked too often.");
        }
    }
}
