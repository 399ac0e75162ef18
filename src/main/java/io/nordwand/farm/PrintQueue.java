package io.nordwand.farm;

import java.time.Instant;
import java.util.List;

/**
 * The waiting jobs of a printer in Eiger's order, which is never changed (field note 17).
 *
 * @param entries waiting entries, first to print first
 * @param gone entries that Eiger still lists for a while, though they have started or were removed (field note 45)
 * @param readAt when it was read
 */
public record PrintQueue(List<QueueEntry> entries, List<QueueEntry> gone, Instant readAt) {
    public PrintQueue {
        entries = List.copyOf(entries);
        gone = List.copyOf(gone);
    }

    /** With nothing but what waits. */
    public PrintQueue(List<QueueEntry> entries, Instant readAt) {
        this(entries, List.of(), readAt);
    }
}
