package io.nordwand.build;

import java.util.Locale;

/** What a job's state says about how it went (field notes 6.4), with its sign. */
public enum RunEnd {
    /** It was printed to its end. */
    COMPLETED("ok", "circle-check"),
    /** It failed. */
    FAILED("fail", "octagon-x"),
    /** Somebody broke it off. */
    CANCELED("mute", "circle-slash"),
    /** A printer works on it. */
    RUNNING("run", "play"),
    /** Eiger says that it is printed, but no printer has it (field note 29). */
    UNCERTAIN("warn", "circle-help"),
    /** It stands still. */
    PAUSED("warn", "circle-pause"),
    /** Any other word. */
    OTHER("mute", "circle-help");

    private final String look;
    private final String icon;

    RunEnd(String look, String icon) {
        this.look = look;
        this.icon = icon;
    }

    /** What that state says. {@code owned}: whether it is some printer's active job. */
    static RunEnd of(String state, boolean owned) {
        return switch (state.strip().toLowerCase(Locale.ROOT)) {
            case "completed" -> COMPLETED;
            case "failed" -> FAILED;
            case "canceled" -> CANCELED;
            case "printing" -> owned ? RUNNING : UNCERTAIN;
            case "paused" -> PAUSED;
            default -> OTHER;
        };
    }

    /** Class of its colour. */
    public String look() {
        return look;
    }

    /** Lucide icon. */
    public String icon() {
        return icon;
    }
}
