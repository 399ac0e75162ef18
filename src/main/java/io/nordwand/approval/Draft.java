package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody has ticked so far, on all pages of the list.
 *
 * @param wishes builds that shall be approved, or shall not
 */
public record Draft(Map<BuildId, Boolean> wishes) {

    static final Draft EMPTY = new Draft(Map.of());

    public Draft {
        wishes = Map.copyOf(wishes);
    }

    /**
     * With what a page of the list says about its builds.
     *
     * @param shown the builds on it
     * @param approved those of them that were approved when it was drawn
     * @param ticked those of them that are ticked
     */
    Draft with(Set<BuildId> shown, Set<BuildId> approved, Set<BuildId> ticked) {
        Map<BuildId, Boolean> changed = new HashMap<>(wishes);
        for (BuildId build : shown) {
            if (ticked.contains(build) == approved.contains(build)) {
                changed.remove(build);
            } else {
                changed.put(build, ticked.contains(build));
            }
        }
        return new Draft(changed);
    }

    /** Without what is so already. */
    Draft against(Approved now) {
        Map<BuildId, Boolean> left = new HashMap<>(wishes);
        left.entrySet().removeIf(wish -> now.builds().contains(wish.getKey()) == wish.getValue());
        return new Draft(left);
    }

    /** Whether the build is ticked, where the set is that. */
    boolean ticks(BuildId build, Approved now) {
        return wishes.getOrDefault(build, now.builds().contains(build));
    }

    /** The set that the wishes make of this one. */
    Approved of(Approved now) {
        Set<BuildId> wanted = new HashSet<>(now.builds());
        wishes.forEach((build, shall) -> {
            if (shall) {
                wanted.add(build);
            } else {
                wanted.remove(build);
            }
        });
        return Approved.of(wanted);
    }

    /** How many shall be approved that are not. */
    long gains() {
        return wishes.values().stream().filter(shall -> shall).count();
    }

    /** How many shall not be approved that are. */
    long losses() {
        return wishes.size() - gains();
    }
}
