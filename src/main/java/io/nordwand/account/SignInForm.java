package io.nordwand.account;

import io.nordwand.audit.Actors;
import io.nordwand.web.LocalPath;
import io.nordwand.web.Pages;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The sign-in form on its way in and out: reads name and password, leads on to where somebody wanted to go, or shows
 * the form again and says why.
 */
@Component
class SignInForm implements ServerAuthenticationConverter {

    static final String PATH = "/login";

    private final Pages pages;
    private final Accounts accounts;

    SignInForm(Pages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(
                    field(form, "username").strip(), field(form, "password"));
            token.setDetails(Actors.address(exchange.getRequest()));
            return token;
        });
    }

    Mono<Void> welcome(WebFilterExchange filter, Authentication who) {
        ServerWebExchange exchange = filter.getExchange();
        return exchange.getFormData().flatMap(form -> {
            String context = exchange.getRequest().getPath().contextPath().value();
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(context + next(form.getFirst("next"))));
            return exchange.getResponse().setComplete();
        });
    }

    Mono<Void> refuse(WebFilterExchange filter, AuthenticationException why) {
        ServerWebExchange exchange = filter.getExchange();
        boolean heldUp = why instanceof LockedException;
        String state = heldUp ? "held-up" : why instanceof DisabledException ? "disabled" : "wrong";
        return exchange.getFormData()
                .flatMap(form -> pages.render(
                        exchange,
                        heldUp ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED,
                        "login",
                        model(state, field(form, "username"), form.getFirst("next"))));
    }

    /**
     * What the sign-in page shows.
     *
     * @param state key of the sentence above the form, or blank
     */
    Map<String, Object> model(String state, String username, @Nullable String next) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", state);
        model.put("username", username);
        model.put("next", next(next));
        model.put("accounts", accounts.shown());
        return model;
    }

    static String next(@Nullable String next) {
        String local = LocalPath.orElse(next, "/");
        return local.startsWith(PATH) || local.startsWith("/logout") ? "/" : local;
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
