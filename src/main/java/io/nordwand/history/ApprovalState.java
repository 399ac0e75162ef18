package io.nordwand.history;

import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The approved set as last read.
 *
 * @param set the set, or null when it was never read
 * @param readAt when it was read, or null
 * @param late whether that is longer ago than it should be
 * @param trouble why it could not be read the last time, or null when it could
 */
public record ApprovalState(
        @Nullable Approved set,
        @Nullable Instant readAt,
        boolean late,
        @Nullable Trouble trouble) {

    /** Nothing was read yet. */
    public static final ApprovalState NONE = new ApprovalState(null, null, false, null);

    /** Key in message names: {@code on}, {@code off} or {@code unknown}. */
    public String key() {
        return set == null ? "unknown" : set.on() ? "on" : "off";
    }

    /** Number of approved builds; 0 while approvals are off or not known. */
    public int count() {
        return set == null ? 0 : set.builds().size();
    }
}
