package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.LocalPath;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The list of builds with their approval, and the ticks that somebody sets on it, kept while they leaf through it. */
@Page
@Access(Role.VIEWER)
class ApprovalController {

    private static final String LIST = "/approvals";
    private static final int LONGEST_ID = 200;

    private final ApprovalPages pages;
    private final Drafts drafts;

    ApprovalController(ApprovalPages pages, Drafts drafts) {
        this.pages = pages;
        this.drafts = drafts;
    }

    @GetMapping(LIST)
    Mono<Rendering> page(@RequestParam MultiValueMap<String, String> params, ServerWebExchange exchange) {
        return rendered(ApprovalQuery.from(params), "approval/approvals", exchange);
    }

    /** Only what a change of the filters changes. */
    @GetMapping(path = LIST, headers = "HX-Request-Type=partial")
    Mono<Rendering> region(@RequestParam MultiValueMap<String, String> params, ServerWebExchange exchange) {
        ApprovalQuery query = ApprovalQuery.from(params);
        exchange.getResponse().getHeaders().set("HX-Replace-Url", query.href());
        return rendered(query, "approval/list :: region", exchange);
    }

    private Mono<Rendering> rendered(ApprovalQuery query, String view, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().add("Vary", "HX-Request-Type");
        return exchange.getSession()
                .flatMap(session -> pages.page(query, drafts.of(session.getId())))
                .map(page -> Rendering.view(view)
                        .modelAttribute("page", page)
                        .status(page.down() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                        .build());
    }

    /** Takes the ticks of one page, then leads on; htmx sends them as they are set and gets the sum of all changes. */
    @PostMapping("/approvals/draft")
    @Access(Role.OPERATOR)
    Mono<Rendering> draft(ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), exchange.getSession()).flatMap(known -> {
            MultiValueMap<String, String> form = known.getT1();
            String session = known.getT2().getId();
            drafts.change(session, draft -> draft.with(ids(form, "row"), ids(form, "was"), ids(form, "tick")));
            return Htmx.asks(exchange.getRequest())
                    ? pages.page(ApprovalQuery.from(form), drafts.of(session))
                            .map(page -> Rendering.view("approval/list :: sum")
                                    .modelAttribute("page", page)
                                    .build())
                    : Mono.just(to(form.getFirst("go")));
        });
    }

    /** Forgets all ticks. */
    @PostMapping("/approvals/draft/drop")
    @Access(Role.OPERATOR)
    Mono<Rendering> drop(ServerWebExchange exchange) {
        return exchange.getSession().map(session -> {
            drafts.drop(session.getId());
            return to(LIST);
        });
    }

    private static Rendering to(@Nullable String path) {
        String local = LocalPath.orElse(path, LIST);
        return Rendering.redirectTo(local.startsWith(LIST) ? local : LIST)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private static Set<BuildId> ids(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                .map(BuildId::new)
                .collect(Collectors.toSet());
    }
}
