package io.nordwand.eiger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns Eiger's decimals into figures that make sense, or into null: not known. Nothing becomes zero. */
final class Figures {

    private static final double TEN_YEARS = 315_360_000;

    private Figures() {}

    /** An amount; a negative one says nothing. */
    static @Nullable Double amount(@Nullable Double value) {
        return value == null || value < 0 ? null : value;
    }

    /** A share in percent, clamped to 0 to 100 (field note 36). */
    static @Nullable Double percent(@Nullable Double value) {
        return value == null ? null : Math.max(0, Math.min(100, value));
    }

    /** A whole number of at least {@code least}, rounded. */
    static @Nullable Integer count(@Nullable Double value, int least) {
        return value == null || value > Integer.MAX_VALUE || Math.round(value) < least
                ? null
                : (Integer) (int) Math.round(value);
    }

    /** A time span; a negative one, or one beyond ten years, says nothing. */
    static @Nullable Duration span(@Nullable Double seconds) {
        return seconds == null || seconds < 0 || seconds > TEN_YEARS
                ? null
                : Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** A time left; below zero is past its time, which is zero. */
    static @Nullable Duration left(@Nullable Double seconds) {
        return seconds == null ? null : span(Math.max(0, seconds));
    }
}
