package io.nordwand.dispatch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When the program is shut down: grants nothing new, waits a short while for what is on its way to Eiger, and logs what
 * is left open, since nobody will follow it up.
 */
@Component
class Closing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private final Actions actions;
    private final OrderBook orders;
    private final Duration patience;
    private volatile boolean running;

    Closing(Actions actions, OrderBook orders, DispatchProperties dispatch) {
        this.actions = actions;
        this.orders = orders;
        this.patience = dispatch.closing();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        actions.close();
        orders.close();
        Mono<Boolean> idle = Mono.fromSupplier(this::idle);
        Flux.merge(actions.updates().map(action -> idle()), orders.changes().map(order -> idle()), idle)
                .filter(nothingOnItsWay -> nothingOnItsWay)
                .next()
                .timeout(patience, Mono.just(false))
                .doFinally(signal -> {
                    tell();
                    callback.run();
                })
                .subscribe();
    }

    private boolean idle() {
        return actions.open().stream().noneMatch(action -> action.stage() == Stage.RUNNING)
                && orders.open().stream().noneMatch(order -> order.stage() == Stage.RUNNING);
    }

    private void tell() {
        orders.open()
                .forEach(order -> log.warn(
                        "Shut down before it was known what became of order {} by {}, {}: {}",
                        order.id(),
                        Wording.oneLine(order.actor().name()),
                        order.stage(),
                        Wording.oneLine(order.items().get(0).operation())));
        actions.open()
                .forEach(action -> log.warn(
                        "Shut down before it was known what became of: {} \"{}\" at {} ({}) by {}, {}. Look at the"
                                + " printer before it is asked for again.",
                        action.operation().key(),
                        Wording.oneLine(action.subject()),
                        Wording.oneLine(action.printerName()),
                        Wording.oneLine(action.printer()),
                        Wording.oneLine(action.by()),
                        action.stage()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
