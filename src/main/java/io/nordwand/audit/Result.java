package io.nordwand.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a deed stands, as the page shows it: the kind of its last outcome, or that there is none yet. */
public enum Result {
    /** Under way, or the program was stopped meanwhile. */
    OPEN("run", "loader-circle"),
    /** See {@link Outcome.Kind#DONE}. */
    DONE("ok", "circle-check"),
    /** See {@link Outcome.Kind#NOT_DONE}. */
    NOT_DONE("warn", "triangle-alert"),
    /** See {@link Outcome.Kind#UNKNOWN}. */
    UNKNOWN("warn", "circle-help"),
    /** See {@link Outcome.Kind#FOUND_DONE}. */
    FOUND_DONE("ok", "circle-check"),
    /** See {@link Outcome.Kind#FOUND_NOT_DONE}. */
    FOUND_NOT_DONE("warn", "triangle-alert"),
    /** See {@link Outcome.Kind#CANT_TELL}. */
    CANT_TELL("fail", "circle-help");

    private final String look;
    private final String icon;

    Result(String look, String icon) {
        this.look = look;
        this.icon = icon;
    }

    static Result of(@Nullable String kind) {
        for (Result result : values()) {
            if (result.key().equals(kind)) {
                return result;
            }
        }
        return OPEN;
    }

    /** End of its CSS class. */
    public String look() {
        return look;
    }

    /** Sprite symbol. */
    public String icon() {
        return icon;
    }

    /** The key in message names and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
