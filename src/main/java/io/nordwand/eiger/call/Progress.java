package io.nordwand.eiger.call;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far one request has come. The gate between "not begun" and "sending" is passed at most once and never after the
 * request was given up, so that "nothing was sent" is a fact and not a guess.
 */
final class Progress {

    private enum Stage {
        WAITING,
        SENDING,
        GIVEN_UP
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private volatile boolean answered;
    private volatile @Nullable AnswerException refusal;

    /** Called when the connection stands; only if it returns true may the request be written. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.SENDING);
    }

    /** Ends the request; true when nothing of it was sent, nor will be. */
    boolean giveUp() {
        return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP) || stage.get() == Stage.GIVEN_UP;
    }

    /**
     * Status and headers of the answer have come.
     *
     * @param refusal what they say if they are no success; it holds even if the body never comes
     */
    void answered(@Nullable AnswerException refusal) {
        this.refusal = refusal;
        this.answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    @Nullable
    AnswerException refusal() {
        return refusal;
    }
}
