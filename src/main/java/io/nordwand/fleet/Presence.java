package io.nordwand.fleet;

/** Whether a printer that somebody looks at is in the farm. */
public enum Presence {
    /** The farm was never read, so nobody knows. */
    WAITING,
    /** It is there. */
    THERE,
    /** The farm was read and has no such printer. */
    GONE
}
