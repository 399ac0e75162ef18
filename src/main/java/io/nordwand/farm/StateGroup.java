package io.nordwand.farm;

import java.util.Locale;

/** What a person on the floor has to do about a printer; in the order in which the farm is shown. */
public enum StateGroup {
    /** Stopped now, waits for a person. */
    HANDS,
    /** Done, the bed waits to be cleared. */
    FINISHED,
    /** The machine has work and goes on by itself. */
    PRINTING,
    /** Free for work. */
    READY,
    /** Not to be expected to print: offline, disabled, updating. */
    OFF,
    /** A word nobody knows, or none. Never counted as fine. */
    UNKNOWN;

    /** The key in URLs, element attributes and message keys: {@code hands}, {@code finished} and so on. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
