package io.nordwand.approval;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Orders;
import io.nordwand.history.Approvals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Reads the set again as soon as a change of it has ended, whether or not anybody looks at the outcome. */
@Component
class Refresh implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Refresh.class);

    private final Orders orders;
    private final Approvals approvals;
    private @Nullable Disposable running;

    Refresh(Orders orders, Approvals approvals) {
        this.orders = orders;
        this.approvals = approvals;
    }

    private static boolean isOurs(Order order) {
        return order.stage().ended() && order.alone().equals(Change.PLACE);
    }

    @Override
    public synchronized void start() {
        running = orders.changes()
                .filter(Refresh::isOurs)
                .concatMap(order -> approvals.read().then().onErrorResume(problem -> {
                    log.debug("The approved set could not be read after a change", problem);
                    return Mono.empty();
                }))
                .subscribe(
                        nothing -> {},
                        problem -> log.error("Changes of approvals are not read back any more", problem));
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
