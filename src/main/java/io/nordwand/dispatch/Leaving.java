package io.nordwand.dispatch;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leads to another page after a POST. A 303 would be followed by the browser's fetch without htmx noticing, so htmx is
 * told by a header of its own.
 *
 * @param to where to
 * @param htmx whether htmx asked
 */
record Leaving(URI to, boolean htmx) implements Rendering, View {

    @Override
    public Object view() {
        return this;
    }

    @Override
    public Map<String, Object> modelAttributes() {
        return Map.of();
    }

    @Override
    public HttpStatusCode status() {
        return htmx ? HttpStatus.NO_CONTENT : HttpStatus.SEE_OTHER;
    }

    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(htmx ? "HX-Redirect" : HttpHeaders.LOCATION, to.toString());
        return headers;
    }

    @Override
    public boolean isRedirectView() {
        return true;
    }

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
        return exchange.getResponse().setComplete();
    }
}
