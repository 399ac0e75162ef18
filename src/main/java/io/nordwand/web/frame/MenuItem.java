package io.nordwand.web.frame;

import io.nordwand.web.MenuEntry;
import org.jspecify.annotations.Nullable;

/**
 * A menu entry with its figure of the moment.
 *
 * @param key section key
 * @param message message key of the label
 * @param url where it leads
 * @param icon sprite symbol
 * @param count figure beside the label, or null
 */
public record MenuItem(String key, String message, String url, String icon, MenuEntry.@Nullable Count count) {}
