package io.nordwand.simulator.world;

import org.jspecify.annotations.Nullable;

/** Why the organization does not do what it was asked; nothing has changed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Kind {
        /** The thing is not there. */
        MISSING,
        /** The request itself can't be met: wrong series, not sliced, not approved. */
        UNFIT,
        /** The printer is busy with something that clashes. */
        BUSY
    }

    private final Kind kind;

    /** A refusal with a sentence for developers. */
    Refusal(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.kind = kind;
    }

    /** There is no such thing. */
    public static Refusal missing(String what) {
        return new Refusal(Kind.MISSING, what + " not found", null);
    }

    /** The request itself can't be met. */
    public static Refusal unfit(String message) {
        return new Refusal(Kind.UNFIT, message, null);
    }

    /** The request itself can't be understood. */
    public static Refusal unfit(String message, Exception cause) {
        return new Refusal(Kind.UNFIT, message, cause);
    }

    static Refusal busy(String message) {
        return new Refusal(Kind.BUSY, message, null);
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }
}
