package io.nordwand.web.frame;

import io.nordwand.farm.Farm;
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
 * @param main whether it has a place of its own on phones
 * @param role least role of those who see it
 * @param count figure beside the label, or null
 */
public record MenuItem(
        String key, String message, String url, String icon, boolean main, Role role, MenuEntry.@Nullable Count count) {

    /** From here on the order puts an entry under "More" on phones. */
    private static final int MORE = 50;

    /** An entry that everyone sees everywhere. */
    public MenuItem(String key, String message, String url, String icon, MenuEntry.@Nullable Count count) {
        this(key, message, url, icon, true, Role.VIEWER, count);
    }

    static MenuItem of(MenuEntry entry, Farm farm) {
        return new MenuItem(
                entry.key(),
                entry.message(),
                entry.url(),
                entry.icon(),
                entry.order() < MORE,
                entry.role(),
                entry.count().apply(farm));
    }

    /** Whether this viewer finds it in their menu; somebody who is signed out finds what everyone may see. */
    public boolean isFor(@Nullable Viewer viewer) {
        return viewer == null ? role == Role.VIEWER : viewer.role().covers(role);
    }

    /** Whether its figure can be pushed to each page: everyone has the element, on phones too. */
    boolean counted() {
        return main && role == Role.VIEWER;
    }
}
