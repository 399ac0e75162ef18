package io.nordwand.kiosk;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what a browser draws on: from the address (where there is no JavaScript to ask), else from the cookie in which
 * the screens' script keeps it, else the usual, lying or standing as its settings say.
 */
final class Viewports {

    /** Set by the screens' script, for their own path only. */
    static final String COOKIE = "viewport";

    private Viewports() {}

    /**
     * From what the address and the cookie say; either may be anything.
     *
     * @param upright whether an administrator said that the glass stands upright
     */
    static Viewport of(@Nullable String address, @Nullable String cookie, boolean upright) {
        return Viewport.from(address)
                .or(() -> Viewport.from(cookie))
                .orElse(upright ? Viewport.UPRIGHT : Viewport.USUAL);
    }
}
