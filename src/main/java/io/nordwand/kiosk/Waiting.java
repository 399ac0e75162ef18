package io.nordwand.kiosk;

import java.time.Instant;

/**
 * A browser that shows a code and waits for an administrator.
 *
 * @param code its code
 * @param tokenHash digest of the secret that only this browser has, and that will be its token
 * @param since when it was given the code
 * @param until when the code ends
 * @param sighting its last sign of life
 */
record Waiting(String code, String tokenHash, Instant since, Instant until, Sighting sighting) {

    Waiting seen(Sighting now) {
        return new Waiting(code, tokenHash, since, until, now.after(sighting));
    }

    /** As people read it. */
    public String written() {
        return Code.written(code);
    }
}
