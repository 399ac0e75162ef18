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
        /** Eiger refused; it is still in the queue. */
        REFUSED,
        /** No readable answer, and the queue could not tell. */
        UNKNOWN;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean gone() {
            return this == REMOVED || this == ALREADY_GONE;
        }
    }

    Step with(Result newResult) {
        return new Step(entry, title, newResult);
    }
}
