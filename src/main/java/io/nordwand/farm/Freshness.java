package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How current the farm is and why it is not.
 *
 * @param lastGood end of the last good poll of all printers, or null before the first
 * @param failingSince first failed poll since the last good one, or null while polls succeed
 * @param trouble why the last poll failed, or null while polls succeed
 * @param nextTry when the next poll is due, or null when not known
 */
public record Freshness(
        @Nullable Instant lastGood,
        @Nullable Instant failingSince,
        @Nullable Trouble trouble,
        @Nullable Instant nextTry) {

    /** Before the first poll. */
    public static Freshness none() {
        return new Freshness(null, null, null, null);
    }

    /** How the data is to be shown. */
    public enum Level {
        /** The last good poll is at most three poll intervals old. */
        LIVE,
        /** Older than that. */
        LATE,
        /** Older than two minutes (and than three polls), or never read. */
        LOST
    }

    /** The level at {@code now} for polls every {@code interval} (design: live up to 3 intervals, lost after 2 min). */
    public Level level(Instant now, Duration interval) {
        if (lastGood == null) {
            return trouble == null ? Level.LATE : Level.LOST;
        }
        Duration age = Duration.between(lastGood, now);
        Duration live = interval.multipliedBy(3);
        if (age.compareTo(live) <= 0) {
            return Level.LIVE;
        }
        Duration two = Duration.ofMinutes(2);
        return age.compareTo(two.compareTo(live) > 0 ? two : live) <= 0 ? Level.LATE : Level.LOST;
    }
}
