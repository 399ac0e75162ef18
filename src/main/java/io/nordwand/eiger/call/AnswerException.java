package io.nordwand.eiger.call;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An answer other than 2xx, on its way to be judged. Its text is Eiger's and must not be shown as it is. */
final class AnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable String reference;
    private final transient @Nullable String retryAfter;
    private final transient byte[] body;

    AnswerException(int status, @Nullable String reference, @Nullable String retryAfter, byte[] body) {
        super("status " + status, null, false, false);
        this.status = status;
        this.reference = reference;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    int status() {
        return status;
    }

    /** {@code X-Reference-ID} as it came. */
    @Nullable
    String reference() {
        return reference;
    }

    /** {@code Retry-After} as it came. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** The start of the body, possibly cut. */
    byte[] body() {
        return body;
    }

    /** Whether following calls must hold off too (field note 7). */
    boolean asksToSlowDown() {
        return status == 429 || (status == 503 && retryAfter != null);
    }
}
