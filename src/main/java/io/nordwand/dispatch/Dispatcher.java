package io.nordwand.dispatch;

import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries granted actions out, apart from the request that asked for them: a browser that gives up, reloads or is closed
 * neither stops an action nor starts it again.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** Longest wait for the database before an action is refused for its sake. */
    private static final Duration STORING = Duration.ofSeconds(10);

    private final Actions actions;
    private final Bookkeeping books;
    private final Writes writes;
    private final Adding adding;
    private final Removing removing;
    private final Clearing clearing;
    private final Printing printing;
    private final Planned planned;
    private final Resuming resuming;
    private final Duration patience;

    Dispatcher(
            Actions actions,
            Bookkeeping books,
            Writes writes,
            Adding adding,
            Removing removing,
            Clearing clearing,
            Printing printing,
            Planned planned,
            Resuming resuming,
            DispatchProperties dispatch) {
        this.actions = actions;
        this.books = books;
        this.writes = writes;
        this.adding = adding;
        this.removing = removing;
        this.clearing = clearing;
        this.printing = printing;
        this.planned = planned;
        this.resuming = resuming;
        this.patience = dispatch.patience();
    }

    /**
     * Starts the action at once, whether or not anybody waits for what is returned: it emits the action when it is no
     * longer running, or as it is when the page's patience ends. To be called once for each granted action.
     */
    Mono<Action> start(Action action) {
        carryOut(action, "", Flux.defer(() -> prepared(action)));
        return actions.settled(action, patience);
    }

    /** Finds out what became of an action that a restart broke off; sends nothing. */
    void resume(Action action) {
        carryOut(action, Resuming.RESTARTED, Flux.defer(() -> resuming.run(action)));
    }

    /** Goes on with the late watch of a start that was not confirmed before a restart; sends nothing. */
    void watchOn(Action action, Duration passed) {
        resuming.late(action, passed)
                .flatMap(end -> books.judge(actions.update(end), Resuming.RESTARTED))
                .subscribe(nothing -> {}, problem -> log.error("The late watch of {} broke off", action.id(), problem));
    }

    private void carryOut(Action action, String note, Flux<Action> run) {
        run.switchIfEmpty(Flux.defer(() -> Flux.just(broken(action, null))))
                .onErrorResume(error -> Flux.just(broken(action, error)))
                .concatMap(end -> books.judge(actions.update(end), note))
                .subscribe();
    }

    /** What is not stored does not begin, and while all writing is stopped nothing is even read for it. */
    private Flux<Action> prepared(Action action) {
        Optional<Trouble> objection = writes.objection();
        if (objection.isPresent()) {
            return Flux.just(action.now(Standing.STOPPED).because(objection.get()));
        }
        return actions.stored(action)
                .timeout(STORING)
                .thenReturn(true)
                .onErrorResume(problem -> Mono.just(false))
                .flatMapMany(stored -> stored ? run(action) : Flux.just(action.now(Standing.NOT_RECORDED)));
    }

    private Flux<Action> run(Action action) {
        return switch (action.operation()) {
            case ADD -> adding.run(action);
            case REMOVE -> removing.run(action);
            case CLEAR, WITHDRAW -> clearing.run(action);
            case PRINT -> printing.run(action);
            case SEND, MOVE, REORDER -> planned.run(action);
        };
    }

    /** A fault of ours: it may have struck after something was sent, so the outcome is unknown, not refused. */
    private Action broken(Action action, @Nullable Throwable error) {
        log.error("{} at {} broke off", action.operation(), Wording.oneLine(action.printer()), error);
        return actions.latest(action)
                .now(Standing.BROKEN)
                .because(new Trouble.OutcomeUnknown("Nordwand itself failed in the middle of this.", null));
    }
}
