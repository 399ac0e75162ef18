package io.nordwand.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Eiger's lists of jobs and builds are copied.
 *
 * @param follow pause between two readings of what changed; at least 5 s
 * @param overlap how far each of them reaches back before the last change known, for changes that show late
 * @param pace pause between two pages of a long reading
 * @param reconcile time between two comparisons of everything, which find what was deleted
 */
@ConfigurationProperties("nordwand.history")
record HistoryProperties(
        @DefaultValue("60s") Duration follow,
        @DefaultValue("10m") Duration overlap,
        @DefaultValue("1s") Duration pace,
        @DefaultValue("6h") Duration reconcile) {

    HistoryProperties {
        if (follow.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("nordwand.history.follow is " + follow.toMillis()
                    + " ms; it must be at least 5 s, or Eiger is asked too often.");
        }
        if (overlap.isNegative() || pace.isNegative()) {
            throw new IllegalArgumentException(
                    "nordwand.history.overlap and nordwand.history.pace must not be negative.");
        }
        if (reconcile.compareTo(follow) < 0) {
            throw new IllegalArgumentException(
                    "nordwand.history.reconcile must not be shorter than nordwand.history.follow.");
        }
    }
}
