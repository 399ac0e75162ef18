package io.nordwand.eiger.call;

import io.nordwand.farm.Trouble;

/**
 * Says what a failed try means. For a read it is only a question of words and of trying again. For a write it decides
 * whether somebody may believe that nothing happened, so in doubt its outcome is unknown.
 */
final class Judge {

    private static final int ONCE = 1;

    private final Sentences sentences;
    private final StatusJudge statuses;
    private final CallLimits limits;

    Judge(Sentences sentences, Quotes quotes, HoldOff holdOff, CallLimits limits) {
        this.sentences = sentences;
        this.statuses = new StatusJudge(sentences, quotes, holdOff, limits);
        this.limits = limits;
    }

    FailedCallException judge(Operation operation, Progress progress, Throwable error) {
        if (error instanceof AnswerException answer) {
            return statuses.judge(operation, answer);
        }
        AnswerException refusal = progress.refusal();
        if (refusal != null) {
            return statuses.judge(operation, refusal);
        }
        if (error instanceof CallBudget.NoTurnException) {
            return once(new Trouble.Unavailable(sentences.say("unsent", sentences.say("loss.no-turn")), null));
        }
        if (error instanceof HoldOff.HeldException held) {
            return once(new Trouble.RateLimited(
                    sentences.say(
                            "unsent",
                            sentences.say("loss.held", Long.toString(held.left().toSeconds() + 1))),
                    null,
                    held.left()));
        }
        boolean unsent = progress.giveUp();
        Loss loss = Loss.of(error, unsent, progress.isAnswered());
        String sentence = sentences.say("loss." + loss.key());
        if (operation.writes()) {
            return once(
                    unsent
                            ? new Trouble.Unavailable(sentences.say("unsent", sentence), null)
                            : new Trouble.OutcomeUnknown(sentences.say(operation, "unknown", sentence), null));
        }
        Trouble trouble = (progress.isAnswered() && loss != Loss.TIMEOUT) || loss == Loss.GARBLED
                ? new Trouble.Unreadable(sentence, null)
                : new Trouble.Unavailable(sentence, null);
        return new FailedCallException(trouble, loss.passing() ? limits.tries() : ONCE);
    }

    private static FailedCallException once(Trouble trouble) {
        return new FailedCallException(trouble, ONCE);
    }
}
