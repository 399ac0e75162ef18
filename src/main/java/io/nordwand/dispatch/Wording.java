package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.QueueEntry;
import org.jspecify.annotations.Nullable;

/** Names things for people where Eiger left a name out. */
final class Wording {

    private Wording() {}

    /** The build's title, or the first eight characters of its id. */
    static String title(@Nullable Build build) {
        if (build == null) {
            return "?";
        }
        String id = build.id().value();
        return build.title().isBlank() ? id.substring(0, Math.min(8, id.length())) : build.title();
    }

    /** The title of an entry's build, or the first eight characters of the entry's own id. */
    static String title(QueueEntry entry) {
        String id = entry.id().value();
        return entry.build() == null ? id.substring(0, Math.min(8, id.length())) : title(entry.build());
    }
}
