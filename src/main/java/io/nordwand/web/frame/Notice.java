package io.nordwand.web.frame;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition of the whole farm that every page shows until it is over.
 *
 * @param kind which one
 * @param stale whether the data on the page is old because of it
 * @param since when it began, or null when not known
 * @param asOf age of the data, or null when there is none
 * @param nextTry when the next poll is due, or null
 * @param sentence what the farm's source said, or blank
 * @param reference Eiger's reference id to quote to support, or blank
 */
public record Notice(
        Kind kind,
        boolean stale,
        @Nullable Instant since,
        @Nullable Instant asOf,
        @Nullable Instant nextTry,
        String sentence,
        String reference) {

    /** The conditions, told apart because each asks for something else. */
    public enum Kind {
        /** No keys are set: the farm on the page is made up. */
        SIMULATED,
        /** Nothing was read yet. */
        STARTING,
        /** Eiger answers, but refuses the keys. */
        REFUSED,
        /** Eiger does not answer. */
        UNREACHABLE,
        /** Eiger answers, but with nothing that can be used. */
        UNUSABLE,
        /** Nothing failed, yet nothing new came for too long. */
        OVERDUE;

        /** Key for messages: {@code simulated} and so on. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Notice of(Kind kind) {
        return new Notice(kind, false, null, null, null, "", "");
    }
}
