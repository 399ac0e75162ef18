package io.nordwand.eiger;

import io.nordwand.eiger.call.Sentences;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;

/** Troubles that show only when an answer is mapped, or before a request is sent. */
final class Refusals {

    private final Sentences sentences;

    Refusals(Sentences sentences) {
        this.sentences = sentences;
    }

    /** A read's answer lacks what makes it an answer, or is about something else. */
    Trouble unreadable() {
        return new Trouble.Unreadable(sentences.say("loss.garbled"), null);
    }

    /** A write was taken, but the answer does not say under which id. */
    FarmException unconfirmed() {
        return new FarmException(
                new Trouble.OutcomeUnknown(sentences.say("unknown", sentences.say("loss.garbled")), null));
    }

    /** The id can't be one of Eiger's, so nobody is asked. */
    FarmException noSuchId() {
        return new FarmException(new Trouble.NotFound(sentences.say("not-found"), null));
    }
}
