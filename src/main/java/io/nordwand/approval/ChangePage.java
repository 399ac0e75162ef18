package io.nordwand.approval;

import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference to be confirmed.
 *
 * @param plan names the plan in the form; blank when nothing changes or the set could not be read
 * @param fromOff whether approvals are off now
 * @param now number of approved builds now
 * @param then number of approved builds afterwards
 * @param gained builds that are newly approved
 * @param lost builds that lose their approval
 * @param stopped builds that wait in queues now, and may not be printed any more afterwards
 * @param trouble why the set could not be read, or null
 * @param restores when the set was stored that is to be brought back, or null
 * @param old whether the form of a page that was too old led here
 */
public record ChangePage(
        String plan,
        boolean fromOff,
        int now,
        int then,
        List<Named> gained,
        List<Named> lost,
        List<Named> stopped,
        @Nullable Trouble trouble,
        @Nullable Instant restores,
        boolean old) {

    static ChangePage unread(Trouble trouble, @Nullable Instant restores) {
        return new ChangePage("", false, 0, 0, List.of(), List.of(), List.of(), trouble, restores, false);
    }

    /** Whether there is something to confirm. */
    public boolean changes() {
        return !plan.isEmpty();
    }
}
