package io.nordwand.farm;

import java.time.Instant;
import java.util.List;

/**
 * The waiting jobs of a printer in Eiger's order, which is never changed (field note 17).
 *
 * @param entries waiting entries, first to print first
 * @param readAt when it was read
 */
public record PrintQueue(List<QueueEntry> entries, Instant readAt) {
    public PrintQueue {
        entries = List.copyOf(entries);
    }
}
