package io.nordwand.dispatch;

import io.nordwand.audit.FakeAudit;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.web.PageSite;
import io.nordwand.web.Viewer;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
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

/**
 * Orders as other modules place them, for the tests of their pages: everything real but the audit log and Eiger, a
 * database of its own, and people and sessions by request header. To be imported beside {@link PageSite}.
 */
@TestComponent
@Import({
    Actions.class,
    Answers.class,
    Bookkeeping.class,
    Dispatch.class,
    OrderBook.class,
    OrderCheck.class,
    OrderRun.class,
    OrderStore.class,
    Orders.class,
    Register.class,
    Sending.class,
    Tickets.class,
    Watch.class,
    Writes.class
})
public class OrderSite {

    @Bean
    FakeAudit audit(Clock clock) {
        return new FakeAudit(clock);
    }

    @Bean
    FakeJournal journal() {
        return new FakeJournal();
    }

    @Bean
    Database database() {
        return TestDatabase.h2();
    }

    @Bean
    StopStore stopStore(Database database) {
        return new StopStore(database);
    }

    @Bean
    WritesProperties writesProperties() {
        return new WritesProperties(true);
    }

    @Bean
    DispatchProperties dispatchProperties() {
        Duration moment = Duration.ofMillis(50);
        Duration ages = Duration.ofMinutes(1);
        return new DispatchProperties(
                Duration.ofMillis(400), moment, Duration.ofSeconds(5), ages, ages, moment, moment);
    }

    /** Header {@code X-Session} names the session, as cookies would; who looks is {@link PageSite#VIEWER}. */
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
                    String id = header(exchange, "X-Session");
                    return sessions.computeIfAbsent(
                            id == null ? "session-1" : id,
                            key -> store.createWebSession().cache());
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

    private static @Nullable String header(ServerWebExchange exchange, String name) {
        return exchange.getRequest().getHeaders().getFirst(name);
    }
}
