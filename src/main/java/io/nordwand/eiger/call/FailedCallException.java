package io.nordwand.eiger.call;

import io.nordwand.farm.Trouble;
import java.io.Serial;

/** A judged failure of one try. */
final class FailedCallException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;
    private final int tries;

    /**
     * @param trouble what went wrong
     * @param tries how often a call that fails like this may be sent in all
     */
    FailedCallException(Trouble trouble, int tries) {
        super(trouble.getClass().getSimpleName(), null, false, false);
        this.trouble = trouble;
        this.tries = tries;
    }

    Trouble trouble() {
        return trouble;
    }

    int tries() {
        return tries;
    }
}
