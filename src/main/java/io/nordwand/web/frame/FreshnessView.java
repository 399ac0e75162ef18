package io.nordwand.web.frame;

import io.nordwand.farm.Freshness;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How current the page is, as the browser gets it; it goes on to late and lost by itself when no news come.
 *
 * @param level as the server sees it now
 * @param asOf end of the last good poll, or null before the first
 * @param pollSeconds seconds between polls
 */
public record FreshnessView(Freshness.Level level, @Nullable Instant asOf, long pollSeconds) {

    /** {@code live}, {@code late} or {@code lost}. */
    public String key() {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** Whether values must look their age: older than three polls. The body then has {@code is-stale}. */
    public boolean isStale() {
        return level != Freshness.Level.LIVE;
    }
}
