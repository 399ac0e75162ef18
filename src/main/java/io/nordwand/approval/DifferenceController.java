package io.nordwand.approval;

import io.nordwand.dispatch.Orders;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.record.Approved;
import io.nordwand.history.Approvals;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows what the ticks, or a set of before, would change in the set as it is now, and has that done. */
@Page
@Access(Role.OPERATOR)
@RequestMapping(DifferenceController.PATH)
class DifferenceController {

    static final String PATH = "/approvals/change";

    private final Approvals approvals;
    private final Drafts drafts;
    private final Proposals proposals;
    private final FormerSets sets;
    private final BuildNames names;
    private final Confirmed confirmed;
    private final Orders orders;

    DifferenceController(
            Approvals approvals,
            Drafts drafts,
            Proposals proposals,
            FormerSets sets,
            BuildNames names,
            Confirmed confirmed,
            Orders orders) {
        this.approvals = approvals;
        this.drafts = drafts;
        this.proposals = proposals;
        this.sets = sets;
        this.names = names;
        this.confirmed = confirmed;
        this.orders = orders;
    }

    @GetMapping
    Mono<Rendering> difference(
            @RequestParam(defaultValue = "") String set,
            @RequestParam(defaultValue = "false") boolean old,
            ServerWebExchange exchange) {
        return exchange.getSession().flatMap(session -> {
            String id = session.getId();
            return set.isBlank()
                    ? shown(id, drafts.of(id)::of, Map.of(), null, old, exchange)
                    : sets.ofAction(set)
                            .filter(former -> former.before().on())
                            .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                            .flatMap(former ->
                                    shown(id, now -> former.before(), former.titles(), former.at(), old, exchange));
        });
    }

    private Mono<Rendering> shown(
            String session,
            UnaryOperator<Approved> change,
            Map<BuildId, String> titles,
            @Nullable Instant restores,
            boolean old,
            ServerWebExchange exchange) {
        Mono<ChangePage> page = approvals
                .read()
                .flatMap(now -> page(session, new Difference(now, change.apply(now)), titles, restores, old))
                .onErrorResume(FarmException.class, error -> Mono.just(ChangePage.unread(error.trouble(), restores)));
        return Mono.zip(page, orders.forms(exchange, Change.PLACE))
                .map(both -> Rendering.view("approval/change")
                        .modelAttribute("page", both.getT1())
                        .modelAttribute("forms", both.getT2())
                        .status(both.getT1().trouble() == null ? HttpStatus.OK : HttpStatus.BAD_GATEWAY)
                        .build());
    }

    /** Without a wish nothing changes, not even that approvals are off. */
    private Mono<ChangePage> page(
            String session,
            Difference difference,
            Map<BuildId, String> titles,
            @Nullable Instant restores,
            boolean old) {
        boolean idle = difference.isEmpty()
                || (restores == null
                        && difference.gained().isEmpty()
                        && difference.lost().isEmpty());
        String plan = idle
                ? ""
                : proposals
                        .add(session, difference.before(), difference.after())
                        .id();
        return Mono.zip(
                        names.of(difference.gained(), titles),
                        names.of(difference.lost(), titles),
                        names.stopped(difference))
                .map(named -> new ChangePage(
                        plan,
                        !difference.before().on(),
                        difference.before().builds().size(),
                        difference.after().builds().size(),
                        named.getT1(),
                        named.getT2(),
                        named.getT3(),
                        null,
                        restores,
                        old));
    }

    /** Sends exactly what was shown, if the set still is what it was then. */
    @PostMapping
    Mono<Rendering> confirm(ServerWebExchange exchange) {
        return confirmed.place(plan -> plan.becomes().on(), PATH, exchange);
    }
}
