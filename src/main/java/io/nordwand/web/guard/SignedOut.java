package io.nordwand.web.guard;

import io.nordwand.web.Htmx;
import io.nordwand.web.LocalPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.StringJoiner;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What somebody gets who is not, or no longer, signed in. A person is led to sign-in and back. htmx and live streams get
 * 401 and do that themselves: a redirect would make a stream reconnect to the sign-in page for ever. A form that was
 * sent too late leads back to the page that it stood on, and is told that nothing was sent on.
 */
@Component
class SignedOut implements ServerAuthenticationEntryPoint {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException unused) {
        return refuse(exchange);
    }

    Mono<Void> refuse(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        if (Htmx.asks(request) || !Htmx.wantsPage(request)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return response.setComplete();
        }
        boolean reads = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        String next = reads ? here(request) : origin(request);
        response.setStatusCode(reads ? HttpStatus.FOUND : HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create(request.getPath().contextPath().value() + signIn(next, !reads)));
        return response.setComplete();
    }

    private static String signIn(String next, boolean unsent) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!next.equals("/")) {
            query.add("next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        if (unsent) {
            query.add("unsent");
        }
        return "/login" + query;
    }

    private static String here(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        String query = request.getURI().getRawQuery();
        return LocalPath.orElse(query == null ? path : path + "?" + query, "/");
    }

    /** The page that the form stood on, as far as the browser says so. */
    private static String origin(ServerHttpRequest request) {
        String referer = request.getHeaders().getFirst(HttpHeaders.REFERER);
        if (referer == null) {
            return "/";
        }
        try {
            URI from = URI.create(referer);
            String asked = request.getURI().getRawAuthority();
            String host = request.getHeaders().getFirst(HttpHeaders.HOST);
            if (!Objects.equals(from.getRawAuthority(), asked == null ? host : asked)) {
                return "/";
            }
            String context = request.getPath().contextPath().value();
            String path = from.getRawPath() == null ? "/" : from.getRawPath().substring(context.length());
            String local = from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
            return path.equals("/login") ? "/" : LocalPath.orElse(local, "/");
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return "/";
        }
    }
}
