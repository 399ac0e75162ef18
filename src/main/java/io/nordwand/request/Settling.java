package io.nordwand.request;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Orders;
import io.nordwand.dispatch.Stage;
import io.nordwand.history.Mirrors;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Writes down what became of each order about requests, and reads the backlog after it, so that it shows. */
@Component
class Settling implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private static final Set<Order.State> FILED = Set.of(Order.State.DONE, Order.State.FOUND_DONE);

    private final Wishes wishes;
    private final Filing filing;
    private final WithdrawalBook withdrawals;
    private final Withdrawing withdrawing;
    private final Mirrors mirrors;
    private final Disposable watching;

    Settling(
            Orders orders,
            Wishes wishes,
            Filing filing,
            WithdrawalBook withdrawals,
            Withdrawing withdrawing,
            Mirrors mirrors) {
        this.wishes = wishes;
        this.filing = filing;
        this.withdrawals = withdrawals;
        this.withdrawing = withdrawing;
        this.mirrors = mirrors;
        this.watching = orders.changes()
                .flatMap(order -> settled(order).onErrorResume(problem -> {
                    log.error("What became of order {} could not be written down", order.id(), problem);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void destroy() {
        watching.dispose();
    }

    private Mono<Void> settled(Order order) {
        Order.Item item = order.items().get(0);
        if (filing.operations().contains(item.operation())) {
            return wishes.settle(order.id(), item.state().key(), item.sentence())
                    .then(joined(item));
        }
        if (withdrawing.operations().contains(item.operation())) {
            boolean over = item.state().stage().ended() || item.state().stage() == Stage.UNKNOWN;
            return withdrawals
                    .settle(order.id(), item.state().key(), item.sentence())
                    .then(over && item.state() != Order.State.NOT_SENT ? withdrawing.look(order.id()) : Mono.empty());
        }
        return Mono.empty();
    }

    /** Reads what is there now; a job that nothing is known of is joined by that. */
    private Mono<Void> joined(Order.Item item) {
        return FILED.contains(item.state())
                ? wishes.from(item.memo())
                        .flatMap(wish ->
                                wish.job() == null ? filing.attribute(wish) : mirrors.refresh(Mirrors.Copy.JOBS))
                : Mono.empty();
    }
}
