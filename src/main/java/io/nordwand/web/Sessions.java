package io.nordwand.web;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import reactor.core.publisher.Mono;

/**
 * Whether somebody who signed in once may still go on. Asked with each request and by each open stream, so that nobody
 * has to find the sessions of an account in order to end them. Offered by {@code account}.
 */
public interface Sessions {

    /**
     * Who this is now.
     *
     * @param signedIn what the session holds since the sign-in
     * @return the same person with the role that they have at this moment; empty when the session is over
     */
    Optional<Authentication> current(Authentication signedIn);

    /** Completes as soon as {@link #current} has become empty for this sign-in, never before. */
    Mono<Void> end(Authentication signedIn);
}
