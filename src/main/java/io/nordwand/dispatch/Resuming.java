package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what became of an action that the end of the program broke off, by what was stored of it and by reading. It
 * never sends anything: what was not sent stays unsent, and people decide how to go on.
 */
@Component
class Resuming {

    static final String RESTARTED = "Nordwand was restarted meanwhile.";

    private static final Trouble LOST =
            new Trouble.OutcomeUnknown("Nordwand was restarted before Eiger’s answer was taken down.", null);
    private static final Trouble UNSENT =
            new Trouble.Unavailable("Nordwand was restarted before anything was sent.", null);
    private static final Trouble REFUSED =
            new Trouble.Rejected("Nordwand was restarted; the audit log has Eiger’s answer.", null);

    private final Adding adding;
    private final Removing removing;
    private final Confirming confirming;
    private final Retracing retracing;
    private final Actions actions;

    Resuming(Adding adding, Removing removing, Confirming confirming, Retracing retracing, Actions actions) {
        this.adding = adding;
        this.removing = removing;
        this.confirming = confirming;
        this.retracing = retracing;
        this.actions = actions;
    }

    /** Follows the action up; what it emits has ended. */
    Flux<Action> run(Action action) {
        List<Sent> sent = action.progress().sent();
        if (!action.steps().isEmpty()) {
            return retracing.run(action, LOST, UNSENT).flux();
        }
        if (sent.isEmpty()) {
            return Flux.just(action.now(Standing.NOT_SENT).because(UNSENT));
        }
        return switch (action.operation()) {
            case ADD -> add(action, sent.get(0)).flux();
            case REMOVE -> remove(action, sent.get(0)).flux();
            case PRINT -> print(action, sent);
            case CLEAR, WITHDRAW, SEND, MOVE, REORDER ->
                Flux.just(action.now(Standing.BROKEN).because(LOST));
        };
    }

    private Mono<Action> add(Action action, Sent sent) {
        return switch (sent.known()) {
            case DONE -> adding.added(action, new EntryId(Objects.requireNonNull(sent.result())));
            case NOT_DONE -> Mono.just(action.now(Standing.REFUSED).because(REFUSED));
            case NO, CANT_TELL -> {
                BuildId build = Objects.requireNonNull(sent.call().build());
                Set<EntryId> known = Objects.requireNonNull(sent.call().known());
                yield adding.lost(checking(action), LOST, false, known, build);
            }
        };
    }

    private Mono<Action> remove(Action action, Sent sent) {
        return switch (sent.known()) {
            case DONE ->
                removing.removed(action, Objects.requireNonNull(sent.call().entry()));
            case NOT_DONE -> Mono.just(action.now(Standing.REFUSED).because(REFUSED));
            case NO, CANT_TELL ->
                removing.lost(
                        checking(action),
                        LOST,
                        Objects.requireNonNull(sent.call().entry()));
        };
    }

    /** A print is one call, and when the printer has the job another that takes its entry out of the queue. */
    private Flux<Action> print(Action action, List<Sent> sent) {
        Sent start = sent.get(0);
        if (sent.size() > 1) {
            return takenOut(action, sent.get(1)).flux();
        }
        return switch (start.known()) {
            case DONE -> confirming.jobAgain(action, new JobId(Objects.requireNonNull(start.result())));
            case NOT_DONE -> Flux.just(action.now(Standing.REFUSED).because(REFUSED));
            case NO, CANT_TELL ->
                confirming.lost(
                        action, LOST, Objects.requireNonNull(start.call().build()));
        };
    }

    /** Goes on watching for a start that was not confirmed in time; empty when nothing new shows. */
    Mono<Action> late(Action action, Duration passed) {
        boolean unconfirmed = action.standing() == Standing.UNCONFIRMED || action.standing() == Standing.UNREAD;
        if (!unconfirmed || action.progress().sent().isEmpty()) {
            return Mono.empty();
        }
        Sent start = action.progress().sent().get(0);
        JobId job = start.known() == Sent.Known.DONE && start.result() != null ? new JobId(start.result()) : null;
        return confirming.lateAgain(
                action, job, Objects.requireNonNull(start.call().build()), passed);
    }

    private Mono<Action> takenOut(Action action, Sent removal) {
        EntryId entry = Objects.requireNonNull(removal.call().entry());
        return switch (removal.known()) {
            case DONE -> confirming.out(action, entry);
            case NOT_DONE -> confirming.stays(action, entry, REFUSED);
            case NO, CANT_TELL -> confirming.stays(checking(action), entry, LOST);
        };
    }

    private Action checking(Action action) {
        return actions.update(action.now(Standing.CHECKING).because(LOST));
    }

    /** The call of that step, if it was ever about to be made. */
    static Optional<Sent> of(Action action, int step) {
        return action.progress().sent().stream()
                .filter(sent -> sent.step() == step)
                .findFirst();
    }
}
