package io.nordwand.web.frame;

import io.nordwand.web.LocalPath;
import io.nordwand.web.Open;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The theme switch for browsers without JavaScript; with it the browser sets the same cookie itself. */
@Controller
@Open
class ThemeController {

    @PostMapping("/theme")
    Mono<Void> choose(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            exchange.getResponse().addCookie(Theme.of(form.getFirst("theme")).cookie(exchange.getRequest()));
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            String back = LocalPath.orElse(form.getFirst("next"), "/");
            exchange.getResponse()
                    .getHeaders()
                    .setLocation(URI.create(
                            exchange.getRequest().getPath().contextPath().value() + back));
            return exchange.getResponse().setComplete();
        });
    }
}
