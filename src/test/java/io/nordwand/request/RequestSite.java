package io.nordwand.request;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.build.Builds;
import io.nordwand.database.BreakableDatabase;
import io.nordwand.database.Database;
import io.nordwand.dispatch.PlainOrderSite;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import io.nordwand.web.PageSite;
import io.nordwand.web.Viewer;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Mono;

/** The pages of this module over a database that is real, orders that are real, and an Eiger that tests lead. */
@ComponentScan(basePackageClasses = RequestController.class)
@Import({PageSite.class, PlainOrderSite.class})
@TestComponent
class RequestSite {

    @Bean
    FakeBacklog backlog() {
        return new FakeBacklog();
    }

    @Bean
    BreakableDatabase breakable() {
        return new BreakableDatabase(Clock.systemUTC());
    }

    @Bean
    Database database(BreakableDatabase breakable) {
        return breakable.database();
    }

    @Bean
    Builds builds() {
        return () -> Mono.just(List.of(FakeBacklog.build("Gripper"), FakeBacklog.build("Bracket")));
    }

    @Bean
    FarmSource source() {
        FarmSource source = mock(FarmSource.class);
        when(source.build(any(BuildId.class)))
                .thenAnswer(call -> Mono.error(new FarmException(new Trouble.NotFound("No such build.", null))));
        return source;
    }

    /** Whoever the site's viewer is sends the requests; header {@code X-Session} names the session. */
    @Bean
    WebFilter people() {
        InMemoryWebSessionStore store = new InMemoryWebSessionStore();
        Map<String, Mono<WebSession>> sessions = new ConcurrentHashMap<>();
        CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "csrf-1");
        return (exchange, chain) -> {
            exchange.getAttributes().put(CsrfToken.class.getName(), Mono.just(token));
            return chain.filter(new ServerWebExchangeDecorator(exchange) {
                @Override
                public Mono<WebSession> getSession() {
                    return sessions.computeIfAbsent(
                            session(exchange), key -> store.createWebSession().cache());
                }

                @Override
                @SuppressWarnings("unchecked")
                public <T extends Principal> Mono<T> getPrincipal() {
                    Viewer viewer = Objects.requireNonNull(PageSite.VIEWER.get());
                    return Mono.just((T) UsernamePasswordAuthenticationToken.authenticated(
                            viewer.name(),
                            null,
                            AuthorityUtils.createAuthorityList(viewer.role().authority())));
                }
            });
        };
    }

    private static String session(ServerWebExchange exchange) {
        String named = exchange.getRequest().getHeaders().getFirst("X-Session");
        return named == null ? "session-1" : named;
    }
}
