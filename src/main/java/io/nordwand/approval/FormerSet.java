package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.time.Instant;
import java.util.Map;

/**
 * A change of the approved set as it was stored before it was sent.
 *
 * @param id names it
 * @param action id of the order, and of its deed in the audit log
 * @param at when it was stored
 * @param actor who asked for it
 * @param before the set as it was
 * @param after the set as it was to be
 * @param titles the builds' titles at that time
 */
public record FormerSet(
        String id,
        String action,
        Instant at,
        String actor,
        Approved before,
        Approved after,
        Map<BuildId, String> titles) {

    public FormerSet {
        titles = Map.copyOf(titles);
    }
}
