package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import java.util.List;

/**
 * A build of a difference as the page names it.
 *
 * @param id its id
 * @param title its title, or its id when no title is known
 * @param known whether its title is known
 * @param queuedAt names of the printers in whose queues it waits now
 */
public record Named(BuildId id, String title, boolean known, List<String> queuedAt) {
    public Named {
        queuedAt = List.copyOf(queuedAt);
    }
}
