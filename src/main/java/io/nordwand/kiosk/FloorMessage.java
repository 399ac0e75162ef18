package io.nordwand.kiosk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line for the people on the floor.
 *
 * @param text one line
 * @param until when it goes by itself, or null
 * @param by who wrote it; not shown on the screen
 */
record FloorMessage(String text, @Nullable Instant until, String by) {

    /** Longest text, in characters: more could not be read across a hall. */
    static final int LONGEST = 140;

    boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }
}
