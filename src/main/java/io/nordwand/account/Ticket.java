package io.nordwand.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What a session keeps of the sign-in that it began with.
 *
 * @param account whose it is
 * @param epoch the account's at that moment; when it has gone on, the session is over
 */
record Ticket(long account, long epoch) implements Serializable {

    static Ticket of(Account account) {
        return new Ticket(account.id(), account.epoch());
    }

    /** The ticket of somebody who signed in with a password; null for anybody else. */
    static @Nullable Ticket of(Authentication signedIn) {
        return signedIn.getDetails() instanceof Ticket ticket ? ticket : null;
    }
}
