package io.nordwand.approval;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Orders;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import io.nordwand.history.ApprovalState;
import io.nordwand.history.Approvals;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What became of a change, and what is so now, read back. */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/approvals/changes/{id}")
class OutcomeController {

    private final Orders orders;
    private final Approvals approvals;
    private final FormerSets sets;
    private final BuildNames names;

    OutcomeController(Orders orders, Approvals approvals, FormerSets sets, BuildNames names) {
        this.orders = orders;
        this.approvals = approvals;
        this.sets = sets;
        this.names = names;
    }

    static String path(Order order) {
        return path(order.id());
    }

    static String path(String order) {
        return "/approvals/changes/" + Paths.segment(order);
    }

    @GetMapping
    Mono<Rendering> outcome(@PathVariable String id) {
        Order order = orders.find(id)
                .filter(each -> each.alone().equals(Change.PLACE))
                .orElse(null);
        return order == null ? forgotten(id) : page(order);
    }

    /** The order is forgotten after a while, what it replaced is not. */
    private Mono<Rendering> forgotten(String id) {
        return sets.ofAction(id)
                .map(set -> Rendering.redirectTo(SetController.path(set.action()))
                        .status(HttpStatus.SEE_OTHER)
                        .build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** While it is on its way, reading says nothing yet. */
    private Mono<Rendering> page(Order order) {
        Mono<ApprovalState> now = order.stage().ended()
                ? approvals
                        .read()
                        .map(set -> approvals.current())
                        .onErrorResume(FarmException.class, error -> Mono.just(unread(error.trouble())))
                : Mono.just(approvals.current());
        Mono<Map.Entry<Boolean, FormerSet>> sent = sets.ofAction(order.id())
                .map(set -> Map.entry(true, set))
                .defaultIfEmpty(Map.entry(
                        false,
                        new FormerSet("", order.id(), order.startedAt(), "", Approved.OFF, Approved.OFF, Map.of())));
        return Mono.zip(now, sent)
                .flatMap(both -> page(
                        order,
                        both.getT1(),
                        both.getT2().getKey() ? both.getT2().getValue() : null))
                .map(page -> Rendering.view("approval/outcome")
                        .modelAttribute("page", page)
                        .build());
    }

    private static ApprovalState unread(Trouble trouble) {
        return new ApprovalState(null, null, false, trouble);
    }

    private Mono<OutcomePage> page(Order order, ApprovalState now, @Nullable FormerSet sent) {
        Approved wanted = sent == null ? Approved.OFF : sent.after();
        Approved is = now.set() == null ? wanted : now.set();
        Difference left = new Difference(is, wanted);
        Map<BuildId, String> titles = sent == null ? Map.of() : sent.titles();
        return Mono.zip(
                        names.of(left.gained(), titles),
                        names.of(left.lost(), titles),
                        names.of(quoted(order, wanted), titles))
                .map(named -> new OutcomePage(
                        order,
                        sent != null,
                        order.items().get(0).operation().equals(Change.OFF),
                        wanted.builds().size(),
                        now.key(),
                        now.count(),
                        now.readAt(),
                        now.trouble(),
                        named.getT1(),
                        named.getT2(),
                        named.getT3()));
    }

    /** Builds of the set that Eiger's refusal names. */
    private static Set<BuildId> quoted(Order order, Approved wanted) {
        Order.Item item = order.items().get(0);
        String said = item.sentence().toLowerCase(Locale.ROOT);
        return item.state() != Order.State.REFUSED
                ? Set.of()
                : wanted.builds().stream()
                        .filter(build -> said.contains(build.value().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }
}
