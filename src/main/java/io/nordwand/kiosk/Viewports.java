package io.nordwand.kiosk;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what a browser draws on: from the address (where there is no JavaScript to ask), else from the cookie in which
 * the screens' script keeps it, else the usual.
 */
final class Viewports {

    /** Set by the screens' script, for their own path only. */
    static final String COOKIE = "viewport";

    private Viewports() {}

    /** From what the address and the cookie say; either may be anything. */
    static Viewport of(@Nullable String address, @Nullable String cookie) {
        return Viewport.from(address).or(() -> Viewport.from(cookie)).orElse(Viewport.USUAL);
    }
}
