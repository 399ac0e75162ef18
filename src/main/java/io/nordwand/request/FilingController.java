package io.nordwand.request;

import io.nordwand.dispatch.Orders;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.history.Mirrors;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.time.Duration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks for a build: the question and the answer to it. Whoever may look may ask; the backlog is for operators. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/builds/{id}")
class FilingController {

    private static final String TEMPLATE = "request/file";

    /** So long the page waits for the list to have it; it shows by itself otherwise. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Wanted wanted;
    private final Filing filing;
    private final Orders orders;
    private final Replies replies;
    private final Mirrors mirrors;

    FilingController(Wanted wanted, Filing filing, Orders orders, Replies replies, Mirrors mirrors) {
        this.wanted = wanted;
        this.filing = filing;
        this.orders = orders;
        this.replies = replies;
        this.mirrors = mirrors;
    }

    @GetMapping("/request")
    Mono<Rendering> question(@PathVariable String id, ServerWebExchange exchange) {
        return question(Wish.Kind.REQUEST, id, exchange);
    }

    @PostMapping("/request")
    Mono<Rendering> request(@PathVariable String id, ServerWebExchange exchange) {
        return file(Wish.Kind.REQUEST, id, exchange);
    }

    @Access(Role.OPERATOR)
    @GetMapping("/backlog")
    Mono<Rendering> backlogQuestion(@PathVariable String id, ServerWebExchange exchange) {
        return question(Wish.Kind.BACKLOG, id, exchange);
    }

    @Access(Role.OPERATOR)
    @PostMapping("/backlog")
    Mono<Rendering> backlog(@PathVariable String id, ServerWebExchange exchange) {
        return file(Wish.Kind.BACKLOG, id, exchange);
    }

    private Mono<Rendering> question(Wish.Kind kind, String id, ServerWebExchange exchange) {
        BuildId build = new BuildId(Replies.id(id));
        return wanted.dialog(kind, build)
                .flatMap(dialog -> replies.question(TEMPLATE, dialog, Filing.place(kind, build), exchange));
    }

    private Mono<Rendering> file(Wish.Kind kind, String id, ServerWebExchange exchange) {
        BuildId build = new BuildId(Replies.id(id));
        return Mono.zip(exchange.getFormData(), orders.used(exchange)).flatMap(known -> {
            MultiValueMap<String, String> form = known.getT1();
            Wanted.Answer answer = wanted.answer(form.getFirst("note"), form.getFirst("due"));
            return answer.problems().isEmpty() || known.getT2()
                    ? place(kind, build, answer, form, exchange)
                    : again(kind, build, answer, exchange);
        });
    }

    private Mono<Rendering> again(Wish.Kind kind, BuildId build, Wanted.Answer answer, ServerWebExchange exchange) {
        return wanted.dialog(kind, build)
                .map(dialog -> dialog.again(answer.note(), answer.due(), answer.problems()))
                .flatMap(dialog -> replies.again(TEMPLATE, dialog, Filing.place(kind, build), exchange));
    }

    /** A build that can't be read is not asked for: nobody would know what it is. */
    private Mono<Rendering> place(
            Wish.Kind kind,
            BuildId id,
            Wanted.Answer answer,
            MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        String token = Replies.token(form);
        return wanted.build(id)
                .flatMap(build -> Replies.viewer(exchange)
                        .flatMap(viewer -> orders.place(
                                filing.commission(kind, build, token, viewer.name(), answer.note(), answer.dueOn()),
                                exchange)))
                .flatMap(placed -> mirrors.refresh(Mirrors.Copy.JOBS)
                        .timeout(MOMENT)
                        .onErrorComplete()
                        .thenReturn(placed))
                .onErrorResume(FarmException.class, unread -> again(kind, id, answer, exchange));
    }
}
