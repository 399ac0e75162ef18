package io.nordwand.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy of a list got, as it is kept for the next start.
 *
 * @param firstPage pages of the first reading that are kept
 * @param firstBeganAt when the first reading began
 * @param firstEndedAt when it ended, or null while it runs
 * @param throughAt up to which change, by Eiger's clock, changes are kept
 * @param readAt when changes were last read to their end, or null
 * @param sweptAt when everything was last compared, or null
 */
record Standing(
        int firstPage,
        Instant firstBeganAt,
        @Nullable Instant firstEndedAt,
        Instant throughAt,
        @Nullable Instant readAt,
        @Nullable Instant sweptAt) {

    boolean whole() {
        return firstEndedAt != null;
    }

    Standing paged(int pages, @Nullable Instant endedAt) {
        return new Standing(pages, firstBeganAt, endedAt, throughAt, readAt, sweptAt);
    }

    Standing followed(Instant through, Instant at) {
        return new Standing(
                firstPage, firstBeganAt, firstEndedAt, through.isAfter(throughAt) ? through : throughAt, at, sweptAt);
    }

    /**
     * @param at when the comparison ended
     * @param knownAt when changes were last known to their end, or null
     */
    Standing swept(Instant at, @Nullable Instant knownAt) {
        return new Standing(firstPage, firstBeganAt, firstEndedAt, throughAt, knownAt, at);
    }
}
