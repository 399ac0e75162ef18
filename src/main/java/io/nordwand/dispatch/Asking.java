package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who asks, as the audit wants to know it. */
final class Asking {

    private Asking() {}

    /** The signed-in person; 401 when there is none. */
    static Mono<Actor> actor(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(principal -> new Actor(
                        principal.getName(),
                        principal instanceof Authentication known
                                ? Viewer.of(known)
                                        .map(viewer -> viewer.role().key())
                                        .orElse("")
                                : "",
                        Actors.address(exchange.getRequest())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }
}
