package io.nordwand.dispatch;

import java.util.Locale;

/** How far an action got. */
public enum Stage {
    /** On its way to Eiger. */
    RUNNING("info", "info"),
    /** Sent, but the answer was lost; the printer and its queue are being read to find out. */
    CHECKING("conflict", "unplug"),
    /** Eiger took the print; the printer has not reported it yet. */
    WAITING("info", "info"),
    /** Done, as answered or as read back. */
    DONE("ok", "circle-check"),
    /** Not done, for certain. */
    REFUSED("conflict", "triangle-alert"),
    /** Some of it was done; steps or sentence say what. */
    PARTLY("conflict", "triangle-alert"),
    /** It can't be told for certain whether it was done. Never to be sent again without a look. */
    UNKNOWN("fail", "octagon-alert");

    private final String kind;
    private final String icon;

    Stage(String kind, String icon) {
        this.kind = kind;
        this.icon = icon;
    }

    /** The look of the result: ok, info, conflict or fail. */
    public String kind() {
        return kind;
    }

    /** Name of its icon. */
    public String icon() {
        return icon;
    }

    /** The key in element attributes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return this != RUNNING && this != CHECKING && this != WAITING;
    }

    /** Whether a person has to know at once, rather than when they look. */
    public boolean urgent() {
        return this == REFUSED || this == PARTLY || this == UNKNOWN || this == CHECKING;
    }
}
