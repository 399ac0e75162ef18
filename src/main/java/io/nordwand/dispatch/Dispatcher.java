package io.nordwand.dispatch;

import io.nordwand.farm.Trouble;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Carries granted actions out, apart from the request that asked for them: a browser that gives up, reloads or is closed
 * neither stops an action nor starts it again.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Actions actions;
    private final Adding adding;
    private final Removing removing;
    private final Clearing clearing;
    private final Printing printing;
    private final Duration patience;

    Dispatcher(
            Actions actions,
            Adding adding,
            Removing removing,
            Clearing clearing,
            Printing printing,
            DispatchProperties dispatch) {
        this.actions = actions;
        this.adding = adding;
        this.removing = removing;
        this.clearing = clearing;
        this.printing = printing;
        this.patience = dispatch.patience();
    }

    /** Starts the action at once and emits it when it is no longer running, or as it is when the page's patience ends. */
    Mono<Action> start(Action action) {
        return Mono.defer(() -> {
            run(action).onErrorResume(error -> Mono.just(broken(action, error))).subscribe(actions::update);
            return actions.settled(action, patience);
        });
    }

    private Mono<Action> run(Action action) {
        return Mono.defer(() -> switch (action.operation()) {
            case ADD -> adding.run(action);
            case REMOVE -> removing.run(action);
            case CLEAR -> clearing.run(action);
            case PRINT -> printing.run(action);
        });
    }

    /** A fault of ours: it may have struck after something was sent, so the outcome is unknown, not refused. */
    private static Action broken(Action action, Throwable error) {
        log.error("{} at {} broke off", action.operation(), action.printer(), error);
        return action.at(Stage.UNKNOWN, "unknown", action.subject(), action.printerName())
                .because(new Trouble.OutcomeUnknown("Nordwand itself failed in the middle of this.", null));
    }
}
