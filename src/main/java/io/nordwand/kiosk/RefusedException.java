package io.nordwand.kiosk;

/** Something about a screen did not happen. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.key());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
