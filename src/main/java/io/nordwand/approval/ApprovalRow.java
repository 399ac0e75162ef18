package io.nordwand.approval;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.web.Paths;
import java.util.Locale;
import java.util.Objects;

/**
 * One build of the list.
 *
 * @param build the build as last copied
 * @param approved whether it is in the set as last read
 * @param ticked whether it shall be in the set
 */
public record ApprovalRow(Build build, boolean approved, boolean ticked) {

    /** Id of its element. */
    public String elementId() {
        return "build-" + build.id().value().toLowerCase(Locale.ROOT);
    }

    /** Its id. */
    public BuildId id() {
        return build.id();
    }

    /** Its title, or the start of its id when it has none. */
    public String title() {
        return build.displayTitle();
    }

    /** Whether the tick asks for a change. */
    public boolean changes() {
        return approved != ticked;
    }

    /** Path of its picture. */
    public String preview() {
        return Paths.preview(build.id());
    }

    /** Whether Eiger says that it is not sliced, so that it can't be printed yet. */
    public boolean unsliced() {
        return Objects.equals(build.sliced(), false);
    }
}
