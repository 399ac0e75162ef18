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
    PRINT,
    /** Append a build once or several times: one printer's share of what was sent to several. */
    SEND,
    /** Append entries to another printer's queue, then take them out of this one's. */
    MOVE,
    /** Put a queue in another order, by appending and taking out. */
    REORDER,
    /** Take a build's entries out of the queue: one printer's share of taking it out everywhere. */
    WITHDRAW;

    /** Whether it may ask for several entries of one queue to be taken out, and for nothing else. */
    boolean takesOut() {
        return this == CLEAR || this == WITHDRAW;
    }

    /** The key in message names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
