package io.nordwand.web.guard;

import io.nordwand.web.Htmx;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The stream extension of htmx 4 adds {@code text/event-stream} to the Accept of all its requests, upon which Spring
 * would send fragments as events that nobody swaps, and Thymeleaf can't make a stream of a page for anyone else either.
 * Only addresses of streams get to see it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class AcceptFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (Htmx.isStream(request) || !Htmx.accept(request).contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(request.mutate()
                        .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                        .build())
                .build());
    }
}
