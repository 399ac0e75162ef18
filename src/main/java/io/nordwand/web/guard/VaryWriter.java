package io.nordwand.web.guard;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Pages answer htmx and browsers differently under one address; says so to whoever might keep a copy. */
class VaryWriter implements ServerHttpHeadersWriter {

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        MediaType type = headers.getContentType();
        if (type != null && MediaType.TEXT_HTML.isCompatibleWith(type)) {
            headers.add(HttpHeaders.VARY, "Cookie, HX-Request, HX-Request-Type");
        }
        return Mono.empty();
    }
}
