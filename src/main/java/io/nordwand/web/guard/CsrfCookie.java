package io.nordwand.web.guard;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps the CSRF token in a cookie of its own instead of the session: somebody who only looks at the sign-in page makes
 * no session, and a form is not refused because the session ended while it was filled in. Over TLS the cookie carries
 * the {@code __Host-} prefix, so that no neighbouring host can plant one.
 */
@Component
class CsrfCookie implements ServerCsrfTokenRepository {

    private static final String NAME = "nordwand-csrf";

    @Override
    public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> token(UUID.randomUUID().toString()));
    }

    @Override
    public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
        return Mono.fromSupplier(() -> {
            HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name(exchange));
            return cookie == null || cookie.getValue().isBlank() ? null : token(cookie.getValue());
        });
    }

    @Override
    public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
        return Mono.fromRunnable(() -> exchange.getResponse()
                .addCookie(ResponseCookie.from(name(exchange), token == null ? "" : token.getToken())
                        .path("/")
                        .httpOnly(true)
                        .secure(isSecure(exchange))
                        .sameSite("Lax")
                        .maxAge(token == null ? Duration.ZERO : Duration.ofSeconds(-1))
                        .build()));
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }

    private static String name(ServerWebExchange exchange) {
        return isSecure(exchange) ? "__Host-" + NAME : NAME;
    }

    private static boolean isSecure(ServerWebExchange exchange) {
        return "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
    }
}
