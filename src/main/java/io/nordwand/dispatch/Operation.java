package io.nordwand.dispatch;

import java.util.Locale;

/** What somebody can ask a printer to do. */
public enum Operation {
    /** Append a build to the queue. */
    ADD,
    /** Take one entry out of the queue. */
    REMOVE,
    /** Take out all entries that were shown. */
    CLEAR,
    /** Start a build at once. */
    PRINT;

    /** The key in message names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
