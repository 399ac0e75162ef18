package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes element ids that are safe in HTML, CSS selectors and htmx targets, whatever Eiger's ids look like. */
public final class ElementId {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String ENCODED = "__";

    private ElementId() {}

    /** {@code <noun>-<key>}; a key with other characters than letters, digits, dash and underscore is written in hex. */
    public static String of(String noun, String key) {
        boolean plain = PLAIN.matcher(key).matches() && !key.startsWith(ENCODED);
        return noun + "-" + (plain ? key : ENCODED + HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)));
    }
}
