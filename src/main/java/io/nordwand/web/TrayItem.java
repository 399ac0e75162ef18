package io.nordwand.web;

import java.util.List;

/**
 * Something that is under way, or ended a moment ago, shown in a corner of every page so that nobody has to stay on the
 * page where it was asked for.
 *
 * @param id names it, for element ids
 * @param message message key of its sentence
 * @param arguments what the sentence names
 * @param url page that tells more
 * @param kind look of a result: ok, info, conflict or fail
 * @param icon name of a sprite symbol without {@code i-}
 */
public record TrayItem(String id, String message, List<Object> arguments, String url, String kind, String icon) {
    public TrayItem {
        arguments = List.copyOf(arguments);
    }

    /** The arguments as message formatters want them. */
    public Object[] words() {
        return arguments.toArray();
    }
}
