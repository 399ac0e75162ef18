package io.nordwand.farm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one job is expected to print.
 *
 * @param entry its queue entry, or null for the job in work
 * @param build what is printed, or null when not known
 * @param startsAt when it starts, or for the job in work started; null when that can't be told
 * @param endsAt when it ends, or null when that can't be told
 */
public record Slot(
        @Nullable EntryId entry,
        @Nullable Build build,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** Whether this is the job in work. */
    public boolean running() {
        return entry == null;
    }
}
