package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a change of the approved set comes to.
 *
 * @param before the set as it is
 * @param after the set as it is to be
 */
record Difference(Approved before, Approved after) {

    /** Builds that are newly in the set. */
    Set<BuildId> gained() {
        return without(after.builds(), before.builds());
    }

    /** Builds that are no longer in it. */
    Set<BuildId> lost() {
        return without(before.builds(), after.builds());
    }

    private static Set<BuildId> without(Set<BuildId> some, Set<BuildId> others) {
        Set<BuildId> left = new LinkedHashSet<>(some);
        left.removeIf(others::contains);
        return left;
    }

    /** Whether nothing changes. */
    boolean isEmpty() {
        return before.equals(after);
    }

    /** Whether that build may be printed before and not after. */
    boolean stops(BuildId build) {
        return before.allows(build) && !after.allows(build);
    }
}
