package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What other modules need for writes that are not about a printer: each form is carried out once, apart from the browser,
 * with every call in the audit log before it is made. The form carries the hidden fields of {@link #forms}.
 */
@Component
public class Orders {

    private final OrderBook book;
    private final OrderRun run;
    private final Answers answers;
    private final Dispatch dispatch;

    Orders(OrderBook book, OrderRun run, Answers answers, Dispatch dispatch) {
        this.book = book;
        this.run = run;
        this.answers = answers;
        this.dispatch = dispatch;
    }

    /**
     * Hidden fields for forms in this person's session.
     *
     * @param place what the forms are about; all that are drawn of one place share one action id until it is used
     */
    public Mono<Forms> forms(ServerWebExchange exchange, String place) {
        return dispatch.forms(exchange, place);
    }

    /**
     * Carries out what the form of this request asks for, unless it was carried out before, and leads to the page that
     * shows what becomes of it; a page that says that nothing was sent, and why, when it may not be. Waits a few seconds
     * for the end at most; the order goes on by itself.
     */
    public Mono<Rendering> place(Commission commission, ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), exchange.getSession(), Actors.of(exchange))
                .flatMap(known -> place(
                        new OrderBook.Asked(
                                known.getT2().getId(),
                                Field.required(known.getT1(), "actionId"),
                                known.getT3(),
                                commission),
                        exchange));
    }

    private Mono<Rendering> place(OrderBook.Asked asked, ServerWebExchange exchange) {
        Commission commission = asked.commission();
        OrderBook.Entry entry = book.claim(asked);
        if (entry.denial() != null) {
            return Mono.just(answers.unplaced(entry.denial(), commission.back(), exchange));
        }
        List<Order> granted = entry.orders();
        Mono<Order> end = entry.isNew() ? run.start(granted.get(0), commission.errands()) : Mono.just(granted.get(0));
        return end.map(order -> answers.to(commission.page().apply(order), exchange));
    }

    /**
     * Whether the form of this request was carried out before, so that it is to be placed again for its answer and not to
     * be asked about anew.
     */
    public Mono<Boolean> used(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> {
            String actionId = form.getFirst("actionId");
            return actionId != null && book.used(actionId);
        });
    }

    /** The order of that id, as long as it is remembered, which is a day at least. */
    public Optional<Order> find(String id) {
        return book.find(id);
    }

    /** Each order as it moves on and ends; a slow reader misses the oldest. */
    public Flux<Order> changes() {
        return book.changes();
    }
}
