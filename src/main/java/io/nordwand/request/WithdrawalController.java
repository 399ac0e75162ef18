package io.nordwand.request;

import io.nordwand.dispatch.Orders;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.web.Access;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes requests back: the question with all that may go, the answer to it, and what was found gone afterwards. */
@Page
@Access(Role.VIEWER)
class WithdrawalController {

    private static final String TEMPLATE = "request/withdraw";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Wanted wanted;
    private final Withdrawing withdrawing;
    private final WithdrawalBook withdrawals;
    private final Orders orders;
    private final Replies replies;
    private final Fragments fragments;
    private final LiveStream liveStream;

    WithdrawalController(
            Wanted wanted,
            Withdrawing withdrawing,
            WithdrawalBook withdrawals,
            Orders orders,
            Replies replies,
            Fragments fragments,
            LiveStream liveStream) {
        this.wanted = wanted;
        this.withdrawing = withdrawing;
        this.withdrawals = withdrawals;
        this.orders = orders;
        this.replies = replies;
        this.fragments = fragments;
        this.liveStream = liveStream;
    }

    @GetMapping("/builds/{id}/requests/withdraw")
    Mono<Rendering> question(@PathVariable String id, ServerWebExchange exchange) {
        BuildId build = new BuildId(Replies.id(id));
        return Replies.viewer(exchange)
                .flatMap(viewer -> dialog(build, viewer))
                .flatMap(dialog -> replies.question(TEMPLATE, dialog, Withdrawing.place(build), exchange));
    }

    @PostMapping("/builds/{id}/requests/withdraw")
    Mono<Rendering> withdraw(@PathVariable String id, ServerWebExchange exchange) {
        BuildId build = new BuildId(Replies.id(id));
        return Mono.zip(exchange.getFormData(), Replies.viewer(exchange), orders.used(exchange))
                .flatMap(known -> known.getT1().getFirst("sure") != null || known.getT3()
                        ? place(build, known.getT1(), known.getT2(), exchange)
                        : dialog(build, known.getT2())
                                .map(dialog -> dialog.again("unticked"))
                                .flatMap(
                                        dialog -> replies.again(TEMPLATE, dialog, Withdrawing.place(build), exchange)));
    }

    private Mono<Rendering> place(
            BuildId build, MultiValueMap<String, String> form, Viewer viewer, ServerWebExchange exchange) {
        String token = Replies.token(form);
        Set<String> shown = form.getOrDefault("job", List.of()).stream()
                .map(job -> Wishes.key(Replies.id(job)))
                .collect(Collectors.toSet());
        String title = form.getFirst("title");
        return orders.place(
                withdrawing.commission(
                        build, title == null || title.isBlank() ? first8(build) : cut(title), token, viewer, shown),
                exchange);
    }

    private static String cut(String title) {
        return title.substring(0, Math.min(300, title.length()));
    }

    private Mono<WithdrawDialog> dialog(BuildId build, Viewer viewer) {
        return withdrawing
                .waiting(build)
                .timeout(PATIENCE)
                .flatMap(rows -> title(build, rows).map(title -> WithdrawDialog.of(build, title, rows, viewer)))
                .onErrorResume(
                        FarmException.class,
                        error -> Mono.just(WithdrawDialog.without(build, first8(build), error.trouble())))
                .onErrorResume(
                        TimeoutException.class,
                        late -> Mono.just(WithdrawDialog.without(
                                build,
                                first8(build),
                                new Trouble.Unavailable(
                                        "Eiger has not answered for " + PATIENCE.toSeconds() + " s.", null))));
    }

    private Mono<String> title(BuildId build, List<WithdrawDialog.Row> rows) {
        return Flux.fromIterable(rows)
                .map(WithdrawDialog.Row::title)
                .filter(title -> !title.isBlank())
                .next()
                .switchIfEmpty(Mono.defer(() -> wanted.build(build).map(Build::displayTitle)))
                .onErrorReturn(FarmException.class, first8(build));
    }

    private static String first8(BuildId build) {
        String raw = build.value();
        return raw.substring(0, Math.min(8, raw.length()));
    }

    /** What became of it; 404 when nothing was stored under that order, since nothing was sent then either. */
    @GetMapping("/requests/withdrawn/{order}")
    Mono<Rendering> withdrawn(@PathVariable String order) {
        return outcome(Replies.id(order))
                .map(outcome -> Rendering.view("request/withdrawn")
                        .modelAttribute("outcome", outcome)
                        .build());
    }

    @ResponseBody
    @GetMapping(path = "/requests/withdrawn/{order}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(@PathVariable String order) {
        String id = Replies.id(order);
        Flux<String> regions = Flux.merge(
                        Flux.just(id),
                        withdrawals.changes().filter(id::equals),
                        orders.changes().filter(each -> each.id().equals(id)).map(each -> id))
                .onBackpressureLatest()
                .concatMap(each -> outcome(id), 1)
                .map(outcome -> fragments
                        .render("request/withdrawn", "outcome", Map.of("outcome", outcome))
                        .strip())
                .distinctUntilChanged()
                .map(html -> LiveStream.partial("#withdrawn", "outerMorph", html));
        return liveStream.of(regions);
    }

    private Mono<WithdrawOutcome> outcome(String order) {
        return withdrawals
                .of(order)
                .map(known -> WithdrawOutcome.of(known, orders.find(order).orElse(null)))
                .switchIfEmpty(Mono.justOrEmpty(orders.find(order)).map(WithdrawOutcome::unsent))
                .switchIfEmpty(
                        Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such withdrawal")));
    }
}
