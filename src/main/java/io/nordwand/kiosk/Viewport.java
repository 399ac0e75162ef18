package io.nordwand.kiosk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a screen that a browser draws on, as it told us.
 *
 * @param width CSS pixels
 * @param height CSS pixels
 * @param told whether the browser said so; otherwise it is a guess, and the page is drawn so that it fits any other too
 */
public record Viewport(int width, int height, boolean told) {

    /** What is assumed of a browser that did not say: what most TVs are. */
    static final Viewport USUAL = new Viewport(1920, 1080, false);

    /** The same where it is known to stand upright. */
    static final Viewport UPRIGHT = new Viewport(1080, 1920, false);

    private static final Pattern SIZE = Pattern.compile("(\\d{3,5})x(\\d{3,5})");
    private static final int LEAST = 240;
    private static final int MOST = 16_384;

    /** Reads {@code 1280x720}; anything else, and what no screen has, says nothing. */
    static Optional<Viewport> from(@Nullable String text) {
        Matcher size = SIZE.matcher(text == null ? "" : text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        boolean possible = Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST;
        return possible ? Optional.of(new Viewport(width, height, true)) : Optional.empty();
    }

    /** Whether it stands upright. */
    public boolean upright() {
        return height > width;
    }

    /** As it is written in addresses and cookies. */
    public String text() {
        return width + "x" + height;
    }
}
