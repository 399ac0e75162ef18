package io.nordwand.farm;

import java.util.Locale;

/** How a spool looks for what is to be printed from it; the worst last. */
public enum MaterialFinding {
    /** Enough is left, or nothing is needed. */
    ENOUGH,
    /** It can't be told. Never counted as enough. */
    UNKNOWN,
    /** It will run out. */
    SHORT,
    /** Another material, or none, is loaded; whether there is enough of the right one nobody knows. */
    OTHER_MATERIAL;

    /** The key in message names: {@code enough}, {@code other-material} and so on. */
    public String key() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
