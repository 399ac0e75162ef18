package io.nordwand.account;

import io.nordwand.web.Htmx;
import io.nordwand.web.LocalPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Leads somebody whose password was made by an administrator to the page on which they choose their own, and to nothing
 * else before that. Made by {@link AccountConfiguration}, since it stands inside the security chain.
 */
class PasswordFirst implements WebFilter {

    private static final Set<String> ALLOWED = Set.of(
            OwnController.PATH, OwnController.PATH + "/password", "/logout", "/theme", SignInForm.PATH, "/favicon.ico");

    private final Accounts accounts;

    PasswordFirst(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (ALLOWED.contains(path) || path.startsWith("/assets/")) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(who -> accounts.holder(Ticket.of(who)))
                .map(Account::mustChange)
                .defaultIfEmpty(false)
                .flatMap(first -> first ? lead(exchange) : chain.filter(exchange));
    }

    private static Mono<Void> lead(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        if (!Htmx.asks(request) && !Htmx.wantsPage(request)) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return response.setComplete();
        }
        boolean reads = HttpMethod.GET.equals(request.getMethod());
        String query = request.getURI().getRawQuery();
        String path = request.getPath().pathWithinApplication().value();
        String here =
                reads && !Htmx.asks(request) ? LocalPath.orElse(query == null ? path : path + "?" + query, "/") : "/";
        String next = here.equals("/") ? "" : "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create(request.getPath().contextPath().value() + OwnController.PATH + next));
        return response.setComplete();
    }
}
