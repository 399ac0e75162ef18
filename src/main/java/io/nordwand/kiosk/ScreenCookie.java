package io.nordwand.kiosk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a TV's browser keeps its secret: out of reach of scripts, sent to the screens' addresses only. {@code Lax} and not
 * {@code Strict}, so that a TV whose start page links here is known as well; there is nothing that a request could do.
 */
final class ScreenCookie {

    static final String PATH = "/kiosk";

    /** As long as browsers keep any cookie; renewed each time that the page is loaded. */
    static final Duration LONG = Duration.ofDays(400);

    private static final String NAME = "nordwand-screen";

    private ScreenCookie() {}

    /** The secret that a request carries, or null. */
    static @Nullable String of(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name(request));
        return cookie == null ? null : cookie.getValue();
    }

    /** Lets the browser keep its secret for so long from now on. */
    static void set(ServerWebExchange exchange, String token, Duration age) {
        ServerHttpRequest request = exchange.getRequest();
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name(request), token)
                        .path(request.getPath().contextPath().value() + PATH)
                        .httpOnly(true)
                        .secure(isSecure(request))
                        .sameSite("Lax")
                        .maxAge(age)
                        .build());
    }

    private static String name(ServerHttpRequest request) {
        return isSecure(request) ? "__Secure-" + NAME : NAME;
    }

    private static boolean isSecure(ServerHttpRequest request) {
        return "https".equalsIgnoreCase(request.getURI().getScheme());
    }
}
