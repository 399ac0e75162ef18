package io.nordwand.farm;

import java.io.Serial;

/** Carries a {@link Trouble} through a reactive chain. Has no stack trace: it tells of the world, not of the code. */
public final class FarmException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    public FarmException(Trouble trouble) {
        super(trouble.sentence(), null, false, false);
        this.trouble = trouble;
    }

    /** What went wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
