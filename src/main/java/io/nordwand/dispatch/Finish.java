package io.nordwand.dispatch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether one wanted build would be done in time, and where.
 *
 * @param chance how it looks
 * @param place where it would be sent, as that printer would be then; null when that can't be told
 * @param certain where it would be done first with enough material for certain, though too late, when {@code place} needs
 *     somebody to see to something; else null
 * @param saver where it would be in time for certain if it went before those that are due earlier; null when nowhere, or
 *     when it is in time anyway
 * @param inTime how many printers would have it in time for certain
 * @param untold printers that suit it, but of which it can't be told when it would be done
 * @param fitting printers that suit it at all
 */
public record Finish(
        Chance chance,
        @Nullable Suitability place,
        @Nullable Suitability certain,
        @Nullable Suitability saver,
        int inTime,
        int untold,
        int fitting) {

    /** How it looks; what is not known is never in time. */
    public enum Chance {
        /** Too late at every printer of which it can be told. */
        LATE,
        /** In time only if somebody sees to something: material, or a printer that waits for hands. */
        IF,
        /** Nobody can tell. */
        UNKNOWN,
        /** In time, or without a day at all, with enough material for certain. */
        SURE;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing can be told. */
    static Finish unknown(int fitting) {
        return new Finish(Chance.UNKNOWN, null, null, null, 0, fitting, fitting);
    }
}
