package io.nordwand.web.frame;

import io.nordwand.web.Amounts;
import io.nordwand.web.LocalPath;
import io.nordwand.web.Times;
import io.nordwand.web.Viewer;
import io.nordwand.web.WebProperties;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The model that every template of a page may rely on, whether a controller renders it or a failure. */
@Component
public class PageModel {

    private final WebProperties web;
    private final Frames frames;
    private final Times times;
    private final Amounts amounts;

    PageModel(WebProperties web, Frames frames, Times times, Amounts amounts) {
        this.web = web;
        this.frames = frames;
        this.times = times;
        this.amounts = amounts;
    }

    /** {@code viewer} (absent when signed out), {@code shell}, {@code frame}, {@code times}, {@code amounts}, CSRF. */
    public Mono<Map<String, Object>> of(ServerWebExchange exchange) {
        Map<String, Object> model = new HashMap<>();
        model.put("shell", new Shell(web.name(), Theme.of(exchange.getRequest()), path(exchange)));
        model.put("frame", frames.current());
        model.put("times", times);
        model.put("amounts", amounts);
        return viewer().doOnNext(viewer -> model.put("viewer", viewer))
                .then(csrf(exchange))
                .doOnNext(token -> model.put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token))
                .thenReturn(model);
    }

    private static Mono<Viewer> viewer() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .flatMap(authentication -> Mono.justOrEmpty(Viewer.of(authentication)));
    }

    /** Also puts the token where {@code th:action} looks for it. */
    private static Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null
                ? Mono.empty()
                : token.doOnNext(made ->
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, made));
    }

    private static String path(ServerWebExchange exchange) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return "/";
        }
        String query = exchange.getRequest().getURI().getRawQuery();
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return LocalPath.orElse(query == null ? path : path + "?" + query, "/");
    }
}
