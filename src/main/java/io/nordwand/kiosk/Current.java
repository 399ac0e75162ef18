package io.nordwand.kiosk;

import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How current a screen is, as the server sees it; the browser goes on to late and lost by itself, and adds that it lost the
 * server.
 *
 * @param level how old the data is
 * @param asOf end of the last good poll, or null before the first
 * @param pollSeconds seconds between polls
 * @param why why it is not current, or would not be
 * @param since since when, or null when not known
 */
public record Current(
        Freshness.Level level,
        @Nullable Instant asOf,
        long pollSeconds,
        Why why,
        @Nullable Instant since) {

    /** Why nothing new comes; each is mended by somebody else. */
    public enum Why {
        /** Nothing failed, yet nothing new came. */
        OVERDUE,
        /** The farm was not read yet. */
        STARTING,
        /** Eiger answers, but refuses the keys. */
        REFUSED,
        /** Eiger does not answer. */
        UNREACHABLE,
        /** Eiger answers, but with nothing that can be used. */
        UNUSABLE;

        /** The word in attributes and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Current of(Freshness fresh, Instant now, Duration interval) {
        return of(fresh, null, now, interval);
    }

    /**
     * The same for a page that has been open for longer than the server.
     *
     * @param shown when what the page shows was read, or null when it shows nothing; counts until the server has read more
     */
    static Current of(Freshness fresh, @Nullable Instant shown, Instant now, Duration interval) {
        Trouble trouble = fresh.trouble();
        boolean more = fresh.lastGood() == null && shown != null && !shown.isAfter(now);
        Freshness of = more ? new Freshness(shown, fresh.failingSince(), trouble, fresh.nextTry()) : fresh;
        return new Current(
                of.level(now, interval),
                of.lastGood(),
                interval.toSeconds(),
                why(fresh, trouble),
                trouble == null ? fresh.lastGood() : fresh.failingSince());
    }

    private static Why why(Freshness fresh, @Nullable Trouble trouble) {
        if (trouble == null) {
            return fresh.lastGood() == null ? Why.STARTING : Why.OVERDUE;
        }
        return trouble instanceof Trouble.NotAuthorized
                ? Why.REFUSED
                : trouble instanceof Trouble.Unavailable ? Why.UNREACHABLE : Why.UNUSABLE;
    }

    /** {@code live}, {@code late} or {@code lost}. */
    public String key() {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
