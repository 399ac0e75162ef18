package io.nordwand.eiger.call;

/** How far one request has come; set by the transport, read when the call fails. */
final class Progress {

    private volatile boolean sending;
    private volatile boolean answered;

    /** The connection stands and the request goes out: from now on it may take effect. */
    void sending() {
        sending = true;
    }

    /** Status and headers of the answer have come. */
    void answered() {
        answered = true;
    }

    boolean isSending() {
        return sending;
    }

    boolean isAnswered() {
        return answered;
    }
}
