package io.nordwand.approval;

import io.nordwand.dispatch.Orders;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Places the order for a plan that somebody confirmed. */
@Component
class Confirmed {

    private final Proposals proposals;
    private final Change change;
    private final FormerSets sets;
    private final Orders orders;

    Confirmed(Proposals proposals, Change change, FormerSets sets, Orders orders) {
        this.proposals = proposals;
        this.change = change;
        this.sets = sets;
        this.orders = orders;
    }

    /**
     * Carries the plan out that the form names. A form that was sent before leads to its outcome; one that nobody knows any
     * more, as after a restart, sends nothing.
     *
     * @param fits whether a plan may be confirmed there
     * @param back where the question can be looked at anew
     */
    Mono<Rendering> place(Predicate<Proposal> fits, String back, ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), exchange.getSession()).flatMap(known -> {
            String actionId = actionId(known.getT1());
            return proposals
                    .find(known.getT1().getFirst("plan"), known.getT2().getId())
                    .filter(fits)
                    .map(plan -> orders.place(change.commission(plan, actionId, back), exchange))
                    .orElseGet(() -> sets.of(Change.memo(actionId))
                            .map(sent -> to(OutcomeController.path(sent.action())))
                            .defaultIfEmpty(to(back + "?old=true")));
        });
    }

    private static String actionId(MultiValueMap<String, String> form) {
        @Nullable String actionId = form.getFirst("actionId");
        if (actionId == null || actionId.isBlank() || actionId.length() > 200) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The request lacks a usable actionId");
        }
        return actionId;
    }

    private static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
