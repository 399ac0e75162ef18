package io.nordwand.dispatch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing was sent.
 *
 * @param reason why
 * @param other the action that is in the way, or null
 */
public record Denial(Reason reason, @Nullable Action other) {

    /** Why nothing was sent. */
    public enum Reason {
        /** The one-time id is not, or no longer, good: the page is older than the last action. */
        STALE,
        /** Another action is under way at this printer. */
        BUSY,
        /** Nordwand is being shut down. */
        CLOSING,
        /** The form named no entry. */
        EMPTY,
        /** Somebody has gone on with it already. */
        CONTINUED;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Denial of(Reason reason) {
        return new Denial(reason, null);
    }

    static Denial continued(Action other) {
        return new Denial(Reason.CONTINUED, other);
    }

    static Denial busy(Action other) {
        return new Denial(Reason.BUSY, other);
    }
}
