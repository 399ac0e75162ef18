package io.nordwand.web.guard;

import io.nordwand.web.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * What a session holds counts only as far as {@link Sessions} says so at this moment: a session that is over is the same
 * as none, and a new role holds from the next request on. Such a session is not invalidated, since the one in which
 * somebody changes their own password goes on under a new sign-in; it can never count again.
 */
class CurrentContexts implements ServerSecurityContextRepository {

    private final ServerSecurityContextRepository kept = new WebSessionServerSecurityContextRepository();
    /** Looked up with the first request and kept: to look up a bean costs more than to ask it. */
    private final SingletonSupplier<Sessions> sessions;

    CurrentContexts(ObjectProvider<Sessions> sessions) {
        this.sessions = SingletonSupplier.ofNullable(sessions::getIfAvailable);
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return kept.save(exchange, context);
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return exchange.getSession()
                .mapNotNull(CurrentContexts::kept)
                .flatMap(context -> Mono.justOrEmpty(current(context)));
    }

    /** As Spring's own repository keeps it; that one would write session and person out for its log, which nobody reads. */
    private static @Nullable SecurityContext kept(WebSession session) {
        return session.getAttribute(
                WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME);
    }

    private Optional<SecurityContext> current(SecurityContext context) {
        Sessions asked = sessions.get();
        Authentication signedIn = context.getAuthentication();
        return asked == null || signedIn == null
                ? Optional.of(context)
                : asked.current(signedIn).map(SecurityContextImpl::new);
    }
}
