package io.nordwand.request;

import java.util.Locale;

/**
 * Something that the viewer asked for here and that is not, or no longer, among the requests that are looked at.
 *
 * @param wish what they asked for
 * @param fate what became of it
 * @param state state of its job as Eiger wrote it; blank when it has none
 */
public record Own(Wish wish, Fate fate, String state) {

    /** What became of it. */
    public enum Fate {
        /** On its way to Eiger. */
        SENDING("loader-circle", "run"),
        /** The answer was lost; being found out. */
        CHECKING("loader-circle", "run"),
        /** Nordwand did not send it. */
        NOT_SENT("triangle-alert", "warn"),
        /** Eiger refused it. */
        REFUSED("triangle-alert", "warn"),
        /** The answer was lost; nothing new was found on the backlog. */
        FOUND_NOT_DONE("triangle-alert", "warn"),
        /** The answer was lost; several new ones are on the backlog, and which is this one nobody can tell. */
        FOUND_SOME("circle-help", "warn"),
        /** The answer was lost, and nobody can tell. */
        CANT_TELL("circle-help", "fail"),
        /** Taken by Eiger, but not in its list as last read. */
        UNSEEN("circle-help", "warn"),
        /** Waiting, but more wait than are looked at. */
        WAITING("inbox", "info"),
        /** Taken back. */
        WITHDRAWN("circle-slash", "mute"),
        /** No longer waiting: its job has another state. */
        GONE_ON("circle-check", "ok");

        private final String icon;
        private final String look;

        Fate(String icon, String look) {
            this.icon = icon;
            this.look = look;
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }

        /** End of its CSS class. */
        public String look() {
            return look;
        }

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
