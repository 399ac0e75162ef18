package io.nordwand.farm.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a list are wanted, oldest first by that time.
 *
 * @param by the time that counts
 * @param from the earliest time wanted, or null for all; what has no such time is left out by Eiger then
 */
public record Span(By by, @Nullable Instant from) {

    /** Times that records are asked for by. */
    public enum By {
        /** When it was made. */
        CREATED,
        /** When it last changed. */
        UPDATED
    }

    /** Everything, oldest first. */
    public static final Span ALL = new Span(By.CREATED, null);
}
