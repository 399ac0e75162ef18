package io.nordwand.web;

import io.nordwand.web.frame.PageModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Renders a page where there is no controller to do it: after a failure, or from a filter. */
@Component
public class Pages {

    private final List<ViewResolver> resolvers;
    private final PageModel pages;

    Pages(List<ViewResolver> resolvers, PageModel pages) {
        this.resolvers = resolvers;
        this.pages = pages;
    }

    /**
     * Renders a view with the frame's model.
     *
     * @param view template, or {@code template :: fragment}
     * @param extra model of the view itself
     */
    public Mono<Void> render(ServerWebExchange exchange, HttpStatusCode status, String view, Map<String, ?> extra) {
        return pages.of(exchange).flatMap(frame -> {
            Map<String, Object> model = new HashMap<>(frame);
            model.putAll(extra);
            exchange.getResponse().setStatusCode(status);
            return Flux.fromIterable(resolvers)
                    .concatMap(resolver -> resolver.resolveViewName(view, Locale.ENGLISH))
                    .next()
                    .flatMap(found -> found.render(model, MediaType.TEXT_HTML, exchange));
        });
    }
}
