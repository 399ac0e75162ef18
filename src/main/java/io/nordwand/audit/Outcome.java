package io.nordwand.audit;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a deed. A deed can have several, in time: first {@link Kind#UNKNOWN}, then what reading found out.
 *
 * @param kind how it ended
 * @param status HTTP status of Eiger's answer, or null without one
 * @param reference Eiger's {@code X-Reference-ID}, or null
 * @param sentence for people, blank when the kind says it all
 * @param took from the intent to the answer, or null when it was found out later
 * @param result id of the queue entry or job that came of it, or null
 */
public record Outcome(
        Kind kind,
        @Nullable Integer status,
        @Nullable String reference,
        String sentence,
        @Nullable Duration took,
        @Nullable String result) {

    /** How a deed ended. */
    public enum Kind {
        /** Done, as answered. */
        DONE,
        /** Eiger refused, or it was certain not to have reached Eiger. */
        NOT_DONE,
        /** The answer was lost; not found out yet. */
        UNKNOWN,
        /** The answer was lost; reading shows that it was done. */
        FOUND_DONE,
        /** The answer was lost; reading shows that it was not done within the time of the follow-up. */
        FOUND_NOT_DONE,
        /** The answer was lost, and reading can't tell. */
        CANT_TELL;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An outcome of which there is nothing more to say. */
    public static Outcome of(Kind kind, String sentence) {
        return new Outcome(kind, null, null, sentence, null, null);
    }
}
