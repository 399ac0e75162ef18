package io.nordwand.web.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs besides the farm.
 *
 * @param farm name of the farm
 * @param chosen theme of this browser
 * @param path path and query of this page, to come back to
 */
public record Shell(String farm, Theme chosen, String path) {

    /** Value of {@code <html data-theme>}, or null. */
    public @Nullable String theme() {
        return chosen.attribute();
    }

    /** All themes, for the switch. */
    public List<Theme> themes() {
        return List.of(Theme.values());
    }
}
