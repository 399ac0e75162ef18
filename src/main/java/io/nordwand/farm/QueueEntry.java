package io.nordwand.farm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiting job of a printer. Only entries in state Queued, Unknown or a word that nobody knows yet are kept; Removed
 * and Started ones and placeholders with the nil id are left out by the source (field note 45).
 *
 * @param id queue id
 * @param state state as Eiger wrote it, or null
 * @param queuedAt when it was queued, or null
 * @param build what is to be printed, or null when Eiger did not give it
 * @param requester who asked for it, or null
 */
public record QueueEntry(
        EntryId id,
        @Nullable String state,
        @Nullable Instant queuedAt,
        @Nullable Build build,
        @Nullable Person requester) {

    /** An entry that is not in any queue yet, to ask "and if this build came on top". */
    public static QueueEntry wanted(Build build) {
        return new QueueEntry(new EntryId("wanted:" + build.id().value()), null, null, build, null);
    }
}
