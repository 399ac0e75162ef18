package io.nordwand.web.failure;

import io.nordwand.web.Htmx;
import io.nordwand.web.Pages;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import io.nordwand.web.Viewers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells people of a failure in the form that they can take: a page, a toast beside what they did, or a bare status. */
@Component
public class FailurePages {

    private static final int NAMES = 5;

    private final Pages pages;
    private final ObjectProvider<Viewers> viewers;

    FailurePages(Pages pages, ObjectProvider<Viewers> viewers) {
        this.pages = pages;
        this.viewers = viewers;
    }

    /** Answers with this failure. */
    public Mono<Void> show(ServerWebExchange exchange, Failure failure) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(failure.status());
        if (Htmx.wantsStream(request) || HttpMethod.HEAD.equals(request.getMethod())) {
            return response.setComplete();
        }
        if (Htmx.asks(request)) {
            response.getHeaders().set("HX-Retarget", "#toasts");
            response.getHeaders().set("HX-Reswap", "beforeend");
            return render(exchange, failure, "error/parts :: toast");
        }
        if (!Htmx.wantsPage(request)) {
            return plain(exchange, failure);
        }
        return render(exchange, failure, failure.status().equals(HttpStatus.NOT_FOUND) ? "error/404" : "error/error");
    }

    private Mono<Void> render(ServerWebExchange exchange, Failure failure, String view) {
        return pages.render(
                exchange,
                failure.status(),
                view,
                Map.of(
                        "failure",
                        failure,
                        "number",
                        exchange.getRequest().getId(),
                        "who",
                        names(failure.required()),
                        "retry",
                        HttpMethod.GET.equals(exchange.getRequest().getMethod())));
    }

    private String names(@Nullable Role required) {
        Viewers all = viewers.getIfAvailable();
        List<String> may = required == null || all == null
                ? List.of()
                : all.all().stream()
                        .filter(viewer -> viewer.role().covers(required))
                        .map(Viewer::name)
                        .limit(NAMES)
                        .toList();
        return String.join(", ", may);
    }

    private static Mono<Void> plain(ServerWebExchange exchange, Failure failure) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
        String text = failure.status().value() + " " + failure.kind().key() + " "
                + exchange.getRequest().getId() + "\n";
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
}
