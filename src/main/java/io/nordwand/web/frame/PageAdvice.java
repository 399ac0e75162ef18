package io.nordwand.web.frame;

import io.nordwand.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives the frame's model to page controllers, and only to them. */
@ControllerAdvice(annotations = Page.class)
class PageAdvice {

    private final PageModel pages;

    PageAdvice(PageModel pages) {
        this.pages = pages;
    }

    @ModelAttribute
    Mono<Void> frame(ServerWebExchange exchange, Model model) {
        return pages.of(exchange).doOnNext(model::addAllAttributes).then();
    }
}
