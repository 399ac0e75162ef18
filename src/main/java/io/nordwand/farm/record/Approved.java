package io.nordwand.farm.record;

import io.nordwand.farm.BuildId;
import java.util.Collection;
import java.util.Set;

/**
 * Which builds may be printed, all of them. An empty set is not the same as approvals that are off (field note 51).
 *
 * @param on whether approvals are on; while they are off, every build may be printed
 * @param builds the approved ones; empty while approvals are off
 */
public record Approved(boolean on, Set<BuildId> builds) {

    /** Approvals are off. */
    public static final Approved OFF = new Approved(false, Set.of());

    public Approved {
        builds = Set.copyOf(builds);
        if (!on && !builds.isEmpty()) {
            throw new IllegalArgumentException("Builds are approved while approvals are off");
        }
    }

    /** Approvals are on, for these. */
    public static Approved of(Collection<BuildId> builds) {
        return new Approved(true, Set.copyOf(builds));
    }

    /** Whether this one may be printed. */
    public boolean allows(BuildId build) {
        return !on || builds.contains(build);
    }
}
