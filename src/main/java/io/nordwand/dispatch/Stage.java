package io.nordwand.dispatch;

/** How far an action got. */
public enum Stage {
    /** On its way to Eiger. */
    RUNNING("info"),
    /** Sent, but the answer was lost; the printer and its queue are being read to find out. */
    CHECKING("conflict"),
    /** Eiger took the print; the printer has not reported it yet. */
    WAITING("info"),
    /** Done, as read back. */
    DONE("ok"),
    /** Not done, and nothing was changed. */
    REFUSED("conflict"),
    /** Some of it was done; the steps say what. */
    PARTLY("conflict"),
    /** It can't be told whether it was done. Never to be sent again without a look. */
    UNKNOWN("fail");

    private final String kind;

    Stage(String kind) {
        this.kind = kind;
    }

    /** The look of the result: ok, info, conflict or fail. */
    public String kind() {
        return kind;
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return this != RUNNING && this != CHECKING && this != WAITING;
    }
}
