package io.nordwand.web.frame;

import io.nordwand.web.MenuEntry;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A menu entry with its figure of the moment.
 *
 * @param key section key
 * @param message message key of the label
 * @param url where it leads
 * @param icon sprite symbol
 * @param least role from which on somebody sees it
 * @param count figure beside the label, or null
 */
public record MenuItem(
        String key, String message, String url, String icon, Role least, MenuEntry.@Nullable Count count) {

    /** Whether this person sees it; null is somebody signed out. */
    public boolean isFor(@Nullable Viewer viewer) {
        return isForAll() || (viewer != null && viewer.role().covers(least));
    }

    /** Whether everybody sees it; the others have no place on the bar of phones and no figure. */
    public boolean isForAll() {
        return least == Role.VIEWER;
    }
}
