package io.nordwand.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All writing is stopped.
 *
 * @param by who stopped it, or null when the configuration says so
 * @param since when, or null when the configuration says so
 * @param reason why, in their words; may be blank
 */
public record Stop(@Nullable String by, @Nullable Instant since, String reason) {

    static final Stop CONFIGURED = new Stop(null, null, "");

    /** Who stopped it; blank when the configuration says so. */
    public String who() {
        return by == null ? "" : by;
    }

    /** Whether the configuration stops it, so that no page can allow it. */
    public boolean configured() {
        return by == null;
    }
}
