package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import java.util.Locale;

/**
 * One entry of a queue that is being cleared.
 *
 * @param entry queue id
 * @param title title of its build, for people
 * @param result what became of it
 */
public record Step(EntryId entry, String title, Result result) {

    /** What became of an entry. */
    public enum Result {
        /** Not sent yet, or left alone because an earlier step said that it is of no use. */
        NOT_TRIED,
        /** Taken out. */
        REMOVED,
        /** Was gone already: started, or taken out by somebody else. */
        ALREADY_GONE,
        /** The answer was lost, and it is no longer in the queue. */
        FOUND_GONE,
        /** Eiger refused; it is still in the queue. */
        REFUSED,
        /** The answer was lost, and it was still in the queue at the end of the follow-up. */
        STILL_THERE,
        /** The answer was lost, and the queue could not be read. */
        UNKNOWN;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean gone() {
            return this == REMOVED || this == ALREADY_GONE || this == FOUND_GONE;
        }

        boolean uncertain() {
            return this == STILL_THERE || this == UNKNOWN;
        }
    }

    Step with(Result newResult) {
        return new Step(entry, title, newResult);
    }
}
