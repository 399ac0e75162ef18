package io.nordwand.simulator.world;

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
    public Refusal(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    static Refusal missing(String what) {
        return new Refusal(Kind.MISSING, what + " not found");
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }
}
