package io.nordwand.web;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;

/** Sign-in and cookies of page tests: header {@code X-Session} names the session, and a test says who sends a request. */
public final class PeopleByHeader implements WebFilter {

    private static final CsrfToken TOKEN = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "csrf-1");

    private final InMemoryWebSessionStore store = new InMemoryWebSessionStore();
    private final Map<String, Mono<WebSession>> sessions = new ConcurrentHashMap<>();
    private final Function<ServerWebExchange, @Nullable Viewer> sender;

    private PeopleByHeader(Function<ServerWebExchange, @Nullable Viewer> sender) {
        this.sender = sender;
    }

    /** Whoever the site's viewer is sends the requests. */
    public static PeopleByHeader viewer() {
        return new PeopleByHeader(exchange -> PageSite.VIEWER.get());
    }

    /** Header {@code X-Person} names an operator; without it nobody is signed in. */
    public static PeopleByHeader operators() {
        return new PeopleByHeader(exchange -> {
            String name = header(exchange, "X-Person");
            return name == null ? null : new Viewer(name, Role.OPERATOR);
        });
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(CsrfToken.class.getName(), Mono.just(TOKEN));
        return chain.filter(new ServerWebExchangeDecorator(exchange) {
            @Override
            public Mono<WebSession> getSession() {
                String id = header(exchange, "X-Session");
                return sessions.computeIfAbsent(
                        id == null ? "session-1" : id,
                        key -> store.createWebSession().cache());
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T extends Principal> Mono<T> getPrincipal() {
                Viewer viewer = sender.apply(exchange);
                return viewer == null
                        ? Mono.empty()
                        : Mono.just((T) UsernamePasswordAuthenticationToken.authenticated(
                                viewer.name(),
                                null,
                                AuthorityUtils.createAuthorityList(viewer.role().authority())));
            }
        });
    }

    private static @Nullable String header(ServerWebExchange exchange, String name) {
        return exchange.getRequest().getHeaders().getFirst(name);
    }
}
