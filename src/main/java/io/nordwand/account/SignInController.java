package io.nordwand.account;

import io.nordwand.web.Open;
import io.nordwand.web.Page;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The sign-in page. Sending its form is the security chain's business. */
@Page
@Open
class SignInController {

    private final SignInForm form;

    SignInController(SignInForm form) {
        this.form = form;
    }

    @GetMapping(SignInForm.PATH)
    Mono<Rendering> page(@RequestParam Map<String, String> query, ServerWebExchange exchange) {
        String state = query.containsKey("unsent") ? "unsent" : query.containsKey("bye") ? "bye" : "";
        return exchange.getPrincipal()
                .filter(who -> who instanceof Authentication already && already.isAuthenticated())
                .map(who ->
                        Rendering.redirectTo(SignInForm.next(query.get("next"))).build())
                .defaultIfEmpty(Rendering.view("login")
                        .model(form.model(state, "", query.get("next")))
                        .build());
    }
}
