package io.nordwand.request;

import io.nordwand.dispatch.Orders;
import io.nordwand.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Questions in two ways: to htmx as a dialog over the page, to everybody else as a page that says the same. */
@Component
class Replies {

    private static final int LONGEST_ID = 200;

    private final Orders orders;

    Replies(Orders orders) {
        this.orders = orders;
    }

    /** An id in an address; 400 where it can't be one. */
    static String id(String value) {
        if (value.isBlank() || value.length() > LONGEST_ID || value.chars().anyMatch(Character::isISOControl)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no usable id");
        }
        return value;
    }

    /** A part of an address. */
    static String segment(String text) {
        return UriUtils.encode(text, "UTF-8");
    }

    /** Stands for the form, and does not give away its action id; 400 where it has none. */
    static String token(MultiValueMap<String, String> form) {
        String actionId = form.getFirst("actionId");
        if (actionId == null || actionId.isBlank() || actionId.length() > LONGEST_ID) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no action id");
        }
        return UUID.nameUUIDFromBytes(actionId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Who asks, with the role that they have now. */
    static Mono<Viewer> viewer(ServerWebExchange exchange) {
        return exchange.<Principal>getPrincipal()
                .ofType(Authentication.class)
                .flatMap(who -> Mono.justOrEmpty(Viewer.of(who)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }

    /** The question. */
    Mono<Rendering> question(String template, Object dialog, String place, ServerWebExchange exchange) {
        boolean modal = "partial".equals(header(exchange, "HX-Request-Type"));
        return view(template, modal, HttpStatus.OK, dialog, place, exchange).map(Rendering.Builder::build);
    }

    /** The question again, because the answer to it was not good enough. */
    Mono<Rendering> again(String template, Object dialog, String place, ServerWebExchange exchange) {
        boolean htmx = "true".equals(header(exchange, "HX-Request"));
        return view(template, htmx, HttpStatus.UNPROCESSABLE_CONTENT, dialog, place, exchange)
                .map(view -> htmx
                        ? view.header("HX-Retarget", "#dialogs")
                                .header("HX-Reswap", "innerHTML")
                                .build()
                        : view.build());
    }

    /** The whole page of a question, with that status: for forms that htmx does not send. */
    Mono<Rendering> page(String template, HttpStatus status, Object dialog, String place, ServerWebExchange exchange) {
        return view(template, false, status, dialog, place, exchange).map(Rendering.Builder::build);
    }

    private Mono<Rendering.Builder<?>> view(
            String template,
            boolean modal,
            HttpStatus status,
            Object dialog,
            String place,
            ServerWebExchange exchange) {
        return orders.forms(exchange, place)
                .map(forms -> Rendering.view(modal ? template + " :: dialog" : template)
                        .status(status)
                        .modelAttribute("modal", modal)
                        .modelAttribute("dialog", dialog)
                        .modelAttribute("forms", forms));
    }

    private static @Nullable String header(ServerWebExchange exchange, String name) {
        return exchange.getRequest().getHeaders().getFirst(name);
    }
}
