package io.nordwand.web.guard;

import io.nordwand.web.Htmx;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A redirect that htmx asked for becomes 204 with {@code HX-Redirect}: the browser's fetch would follow a plain one
 * unseen, and the new page would end up inside the old one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class RedirectFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (Htmx.asks(exchange.getRequest())) {
            ServerHttpResponse response = exchange.getResponse();
            response.beforeCommit(() -> {
                HttpStatusCode status = response.getStatusCode();
                URI location = response.getHeaders().getLocation();
                if (status != null && status.is3xxRedirection() && location != null) {
                    response.setStatusCode(HttpStatus.NO_CONTENT);
                    response.getHeaders().remove("Location");
                    response.getHeaders().set("HX-Redirect", location.toString());
                }
                return Mono.empty();
            });
        }
        return chain.filter(exchange);
    }
}
