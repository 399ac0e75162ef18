package io.nordwand.web.guard;

import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import io.nordwand.web.failure.Failure;
import io.nordwand.web.failure.FailurePages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What somebody gets whose role is too low, or whose form is too old. */
@Component
class Refusals implements ServerAccessDeniedHandler {

    private final FailurePages pages;
    private final SignedOut signedOut;
    private final ServerSecurityContextRepository contexts;

    Refusals(FailurePages pages, SignedOut signedOut, ServerSecurityContextRepository contexts) {
        this.pages = pages;
        this.signedOut = signedOut;
        this.contexts = contexts;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        Role required = exchange.getAttribute(RouteAccess.REQUIRED);
        return pages.show(
                exchange,
                required == null ? Failure.of(HttpStatus.FORBIDDEN, Failure.Kind.CLOSED) : Failure.role(required));
    }

    /**
     * A CSRF token that does not fit. It is checked before anybody looks at the session; if that has ended, the person
     * is sent to sign in, never refused.
     */
    Mono<Void> staleForm(ServerWebExchange exchange, AccessDeniedException denied) {
        return ReactiveSecurityContextHolder.getContext()
                .switchIfEmpty(contexts.load(exchange))
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(who -> Viewer.of(who).isPresent())
                .hasElement()
                .flatMap(signedIn -> signedIn
                        ? pages.show(exchange, Failure.of(HttpStatus.FORBIDDEN, Failure.Kind.STALE_FORM))
                        : signedOut.refuse(exchange));
    }
}
