package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes one entry out of a queue by its queue id (field note 44). Gone already is as good as done (field note 46), unless
 * the queue still shows it; a lost answer is settled by looking whether it is still there, and a good one by the same.
 */
@Component
class Removing {

    private final Preflight preflight;
    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final Leftovers leftovers;
    private final Actions actions;

    Removing(
            Preflight preflight,
            FarmCommands commands,
            Sending sending,
            Watch watch,
            Leftovers leftovers,
            Actions actions) {
        this.preflight = preflight;
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.leftovers = leftovers;
        this.actions = actions;
    }

    /** Carries the action out; what it emits has ended. Nothing is sent for an entry that no longer waits. */
    Flux<Action> run(Action action) {
        EntryId id = action.entries().get(0);
        return preflight.printer(
                action,
                now -> Reading.find(now, id)
                        .map(entry ->
                                remove(action.about(Wording.title(entry)), id).flux())
                        .orElseGet(() -> Flux.just(action.now(Standing.ALREADY_GONE))));
    }

    private Mono<Action> remove(Action action, EntryId entry) {
        return sending.once(
                        action,
                        Call.remove(action.printer(), entry, action.build()),
                        () -> commands.remove(action.printer(), entry).thenReturn(Boolean.TRUE))
                .flatMap(answer ->
                        answer.fold(gone -> removed(action, entry), trouble -> failed(action, entry, trouble)));
    }

    /** Eiger says that it is out; done it is when the queue does not say otherwise. */
    Mono<Action> removed(Action action, EntryId entry) {
        return leftovers.stays(action, entry).map(stays -> action.now(stays ? Standing.KEPT : Standing.DONE));
    }

    private Mono<Action> failed(Action action, EntryId entry, Trouble trouble) {
        if (trouble instanceof Trouble.NotFound) {
            return denied(action, entry, trouble);
        }
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return seen(action.now(Standing.after(trouble, Standing.REFUSED)).because(trouble));
        }
        actions.update(action.now(Standing.CHECKING).because(trouble));
        return lost(action, trouble, entry);
    }

    /** Looks for what became of a removal whose answer was lost. */
    Mono<Action> lost(Action action, Trouble trouble, EntryId entry) {
        return watch.until(action.printer(), after -> gone(action, after, entry))
                .switchIfEmpty(Mono.defer(() -> watch.look(action.printer())
                        .map(after -> gone(action, after, entry)
                                .orElseGet(
                                        () -> action.now(Standing.STILL_THERE).because(trouble)))))
                .defaultIfEmpty(action.now(Standing.UNKNOWN).because(trouble));
    }

    /** "Not found" may be said of the printer, or by something in between: only the queue tells. */
    private Mono<Action> denied(Action action, EntryId entry, Trouble trouble) {
        return watch.atLast(action.printer())
                .map(after -> Reading.holds(after, entry)
                        ? action.now(Standing.REFUSED).because(trouble)
                        : action.now(Standing.ALREADY_GONE))
                .defaultIfEmpty(action.now(Standing.UNKNOWN).because(trouble));
    }

    private static Optional<Action> gone(Action action, QueueReading after, EntryId entry) {
        return Reading.holds(after, entry) ? Optional.empty() : Optional.of(action.now(Standing.FOUND_GONE));
    }

    private Mono<Action> seen(Action ended) {
        return watch.look(ended.printer()).thenReturn(ended);
    }
}
