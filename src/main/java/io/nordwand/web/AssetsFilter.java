package io.nordwand.web;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Serves {@code /assets/**} from memory, before the security chain: assets are the same for everyone, so a session
 * lookup would only cost time. For all other paths it makes {@code @{/assets/...}} in templates write hashed names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AssetsFilter implements WebFilter {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetsFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().pathWithinApplication().value();
        if (path.startsWith(Assets.PREFIX) && isRead(request.getMethod())) {
            return serve(path.substring(Assets.PREFIX.length()), request, exchange.getResponse());
        }
        String context = request.getPath().contextPath().value();
        exchange.addUrlTransformer(url ->
                url.startsWith(context + Assets.PREFIX) ? context + assets.url(url.substring(context.length())) : url);
        return chain.filter(exchange);
    }

    private static boolean isRead(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    private Mono<Void> serve(String name, ServerHttpRequest request, ServerHttpResponse response) {
        Asset asset = assets.byHashedName(name);
        String keep = asset == null ? "no-cache" : FOR_EVER;
        asset = asset == null ? assets.byLogicalName(name) : asset;
        HttpHeaders headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl(keep);
        if (asset == null) {
            response.setStatusCode(HttpStatus.NOT_FOUND);
            return response.setComplete();
        }
        byte[] body = asset.plain();
        if (asset.brotli() != null || asset.gzip() != null) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (asset.brotli() != null && accepts(request, "br")) {
                headers.set(HttpHeaders.CONTENT_ENCODING, "br");
                body = asset.brotli();
            } else if (asset.gzip() != null && accepts(request, "gzip")) {
                headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
                body = asset.gzip();
            }
        }
        headers.set(HttpHeaders.CONTENT_TYPE, asset.type());
        headers.setContentLength(body.length);
        return HttpMethod.HEAD.equals(request.getMethod())
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** Whether the client names the encoding without refusing it by "q=0". */
    private static boolean accepts(ServerHttpRequest request, String encoding) {
        for (String header : request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING)) {
            for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] tokens = part.trim().split("\\s*;\\s*", 2);
                if (tokens[0].equals(encoding)) {
                    return tokens.length == 1 || !tokens[1].matches("q=0(\\.0*)?");
                }
            }
        }
        return false;
    }
}
