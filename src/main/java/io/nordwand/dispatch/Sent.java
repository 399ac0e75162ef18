package io.nordwand.dispatch;

import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One call of an action as it was made, kept with the action, so that whoever goes on with it after a restart knows what
 * was on its way.
 *
 * @param deed its row in the audit log
 * @param call the call
 * @param step which of the action's steps it is for, counted from 0; -1 for an action without steps
 * @param known whether it is known what came of it
 * @param result id of the queue entry or job that came of it, or null
 */
record Sent(
        DeedId deed,
        Call call,
        int step,
        Known known,
        @Nullable String result) {

    /** Whether it is known what came of a call. */
    enum Known {
        /** On its way, or its answer was lost. */
        NO,
        /** Its answer was lost, and reading could not tell. */
        CANT_TELL,
        /** It was done, as answered or as found out. */
        DONE,
        /** It was not done, as answered or as found out. */
        NOT_DONE;

        static Known of(Outcome.Kind kind) {
            return switch (kind) {
                case DONE, FOUND_DONE -> DONE;
                case NOT_DONE, FOUND_NOT_DONE -> NOT_DONE;
                case UNKNOWN -> NO;
                case CANT_TELL -> CANT_TELL;
            };
        }
    }

    static Sent now(DeedId deed, Call call, int step) {
        return new Sent(deed, call, step, Known.NO, null);
    }

    Sent known(Known newKnown, @Nullable String newResult) {
        return new Sent(deed, call, step, newKnown, newResult);
    }

    /** Whether what came of it is still worth finding out. */
    boolean open() {
        return known == Known.NO || known == Known.CANT_TELL;
    }
}
