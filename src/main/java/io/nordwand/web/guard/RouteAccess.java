package io.nordwand.web.guard;

import io.nordwand.web.Access;
import io.nordwand.web.ForScreen;
import io.nordwand.web.Open;
import io.nordwand.web.Role;
import io.nordwand.web.ScreenGate;
import io.nordwand.web.Viewer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the handler that a request would reach for the role that it declares ({@link Access}, {@link Open},
 * {@link ForScreen}, on the method or else on the class). What declares nothing is denied. Somebody signed in may reach addresses that lead
 * nowhere, so that they see "not found" instead of "not allowed".
 */
@Component
class RouteAccess implements ReactiveAuthorizationManager<AuthorizationContext> {

    /** Exchange attribute: the {@link Role} that was asked for when a request was refused. */
    static final String REQUIRED = RouteAccess.class.getName() + ".required";

    private static final PathPattern ASSETS = PathPatternParser.defaultInstance.parse("/assets/**");
    private static final PathPattern ICON = PathPatternParser.defaultInstance.parse("/favicon.ico");
    private static final PathPattern PROBES =
            PathPatternParser.defaultInstance.parse("/actuator/health/{probe:liveness|readiness}");
    private static final PathPattern ACTUATOR = PathPatternParser.defaultInstance.parse("/actuator/**");

    private final ObjectProvider<DispatcherHandler> dispatcher;
    private final ObjectProvider<ScreenGate> screens;
    private final Map<HandlerMethod, Rule> rules = new ConcurrentHashMap<>();

    /**
     * What a handler declares; read once, since annotations are slow to look up.
     *
     * @param role least role, or null where none is declared
     */
    private record Rule(
            boolean open, boolean forScreen, @Nullable Role role) {

        static Rule of(HandlerMethod method) {
            Access access = declared(method, Access.class);
            return new Rule(
                    declared(method, Open.class) != null,
                    declared(method, ForScreen.class) != null,
                    access == null ? null : access.value());
        }

        /** On the method, else on its class; a method's own word wins over its class's other one. */
        private static <A extends Annotation> @Nullable A declared(HandlerMethod method, Class<A> type) {
            boolean own = method.hasMethodAnnotation(Access.class)
                    || method.hasMethodAnnotation(Open.class)
                    || method.hasMethodAnnotation(ForScreen.class);
            return own
                    ? method.getMethodAnnotation(type)
                    : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
        }
    }

    RouteAccess(ObjectProvider<DispatcherHandler> dispatcher, ObjectProvider<ScreenGate> screens) {
        this.dispatcher = dispatcher;
        this.screens = screens;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (reads(exchange) && (ASSETS.matches(path) || ICON.matches(path) || PROBES.matches(path))) {
            return Mono.just(new AuthorizationDecision(true));
        }
        if (ACTUATOR.matches(path)) {
            return atLeast(Role.ADMIN, authentication, exchange);
        }
        return handler(exchange)
                .flatMap(handler -> decide(handler, authentication, exchange))
                .switchIfEmpty(Mono.defer(() -> signedIn(authentication)));
    }

    private Mono<AuthorizationResult> decide(
            Object handler, Mono<Authentication> authentication, ServerWebExchange exchange) {
        if (handler instanceof HandlerMethod method) {
            Rule rule = rules.computeIfAbsent(method, Rule::of);
            if (rule.open()) {
                return Mono.just(new AuthorizationDecision(true));
            }
            if (rule.forScreen()) {
                return Mono.just(new AuthorizationDecision(isScreen(exchange)));
            }
            return rule.role() != null
                    ? atLeast(rule.role(), authentication, exchange)
                    : isOptions(exchange) ? signedIn(authentication) : Mono.just(new AuthorizationDecision(false));
        }
        return handler instanceof ResourceWebHandler
                ? signedIn(authentication)
                : Mono.just(new AuthorizationDecision(false));
    }

    /** The handler of the request; empty when there is none or none for this method or media type. */
    private Mono<Object> handler(ServerWebExchange exchange) {
        Iterable<HandlerMapping> mappings = dispatcher.getObject().getHandlerMappings();
        return Flux.fromIterable(mappings == null ? List.of() : mappings)
                .concatMap(mapping -> mapping.getHandler(exchange))
                .next()
                .onErrorResume(unmatched -> Mono.empty());
    }

    private static Mono<AuthorizationResult> atLeast(
            Role role, Mono<Authentication> authentication, ServerWebExchange exchange) {
        return authentication
                .<AuthorizationResult>map(who -> new AuthorizationDecision(Viewer.of(who)
                        .filter(viewer -> viewer.role().covers(role))
                        .isPresent()))
                .doOnNext(decision -> exchange.getAttributes().put(REQUIRED, role))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static Mono<AuthorizationResult> signedIn(Mono<Authentication> authentication) {
        return authentication
                .<AuthorizationResult>map(
                        who -> new AuthorizationDecision(Viewer.of(who).isPresent()))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private boolean isScreen(ServerWebExchange exchange) {
        ScreenGate gate = screens.getIfAvailable();
        return gate != null && gate.admits(exchange.getRequest());
    }

    private static boolean reads(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    private static boolean isOptions(ServerWebExchange exchange) {
        return HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod());
    }
}
