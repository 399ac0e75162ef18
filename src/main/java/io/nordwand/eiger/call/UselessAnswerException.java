package io.nordwand.eiger.call;

import java.io.Serial;

/** An answer with status 2xx that has no content, or a page for people where data was due. */
final class UselessAnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean empty;

    UselessAnswerException(boolean empty) {
        super(empty ? "empty answer" : "markup", null, false, false);
        this.empty = empty;
    }

    boolean isEmpty() {
        return empty;
    }
}
