package io.nordwand.dispatch;

import io.nordwand.audit.Outcome;
import io.nordwand.audit.Outcome.Kind;
import org.jspecify.annotations.Nullable;

/** What the end of an action says about a call of its whose answer was lost. */
final class Verdict {

    private static final String PERHAPS_OTHERS =
            "An entry of this build is in the queue that was not there before; it may be somebody else’s.";

    private static final String STILL = "It was still in the queue when that was last read.";

    private Verdict() {}

    /** What reading found out about the call. */
    static Outcome of(Action ended, Sent sent) {
        if (sent.step() >= 0) {
            return ofStep(ended.steps().get(sent.step()));
        }
        boolean takesOut = sent.call().operation().equals("remove");
        return takesOut && ended.operation() == Operation.PRINT ? ofTakingOut(ended.standing()) : ofWhole(ended);
    }

    /** Whether Eiger said that it took something out which the queue still held at the end. */
    static boolean contradicts(Action ended, Sent sent) {
        return sent.known() == Sent.Known.DONE
                && sent.call().operation().equals("remove")
                && of(ended, sent).kind() == Kind.FOUND_NOT_DONE;
    }

    private static Outcome ofStep(Step step) {
        return switch (step.result()) {
            case ADDED, FOUND_ADDED ->
                outcome(
                        Kind.FOUND_DONE,
                        PERHAPS_OTHERS,
                        step.made() == null ? null : step.made().value());
            case REMOVED, FOUND_GONE, ALREADY_GONE -> outcome(Kind.FOUND_DONE, "", null);
            case STILL_THERE -> outcome(Kind.FOUND_NOT_DONE, STILL, null);
            case NOT_FOUND, REFUSED -> outcome(Kind.FOUND_NOT_DONE, "", null);
            case NOT_TRIED, SENDING, UNKNOWN -> outcome(Kind.CANT_TELL, "", null);
        };
    }

    /** The entry that a print came from leaves the queue as the last part of that print. */
    private static Outcome ofTakingOut(Standing standing) {
        return switch (standing) {
            case STARTED_OUT -> outcome(Kind.FOUND_DONE, "", null);
            case STILL_QUEUED -> outcome(Kind.FOUND_NOT_DONE, STILL, null);
            default -> outcome(Kind.CANT_TELL, "", null);
        };
    }

    private static Outcome ofWhole(Action ended) {
        return switch (ended.standing()) {
            case FOUND -> outcome(Kind.FOUND_DONE, PERHAPS_OTHERS, detail(ended, 1));
            case FOUND_GONE -> outcome(Kind.FOUND_DONE, "", null);
            case SEEN, SEEN_QUEUED, LISTED -> outcome(Kind.FOUND_DONE, "", detail(ended, 0));
            case STILL_THERE, KEPT -> outcome(Kind.FOUND_NOT_DONE, STILL, null);
            case NOT_FOUND, UNUSABLE -> outcome(Kind.FOUND_NOT_DONE, "", null);
            case UNCONFIRMED -> {
                String job = detail(ended, 1);
                yield outcome(job == null ? Kind.CANT_TELL : Kind.FOUND_DONE, "", job);
            }
            default -> outcome(Kind.CANT_TELL, "", null);
        };
    }

    private static @Nullable String detail(Action ended, int which) {
        return ended.progress().details().size() > which
                ? String.valueOf(ended.progress().details().get(which))
                : null;
    }

    private static Outcome outcome(Kind kind, String sentence, @Nullable String result) {
        return new Outcome(kind, null, null, sentence, null, result);
    }
}
