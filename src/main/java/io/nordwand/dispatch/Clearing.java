package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes out the entries that a person was shown and no others, one by one from the end (field note 46), so that a fault
 * in the middle leaves the front of the queue as it was. What can't help any further entry ends the run; the rest is
 * then reported as not tried.
 */
@Component
class Clearing {

    private final FarmCommands commands;
    private final Watch watch;
    private final Actions actions;

    Clearing(FarmCommands commands, Watch watch, Actions actions) {
        this.commands = commands;
        this.watch = watch;
        this.actions = actions;
    }

    /** Carries out the action, whose steps are all not tried yet, in queue order; the result has ended. */
    Mono<Action> run(Action action) {
        List<Step> steps = new ArrayList<>(action.steps());
        List<Trouble> troubles = new ArrayList<>();
        return Flux.range(0, steps.size())
                .map(i -> steps.size() - 1 - i)
                .concatMap(i -> remove(action, steps, i, troubles))
                .takeUntil(useless -> useless)
                .then(Mono.defer(() -> settle(action, steps)))
                .map(settled -> summed(action, settled, troubles));
    }

    /** Emits whether to go on is of no use. */
    private Mono<Boolean> remove(Action action, List<Step> steps, int i, List<Trouble> troubles) {
        Step step = steps.get(i);
        return commands.remove(action.printer(), step.entry())
                .then(Mono.fromSupplier(() -> {
                    steps.set(i, step.with(Result.REMOVED));
                    return false;
                }))
                .onErrorResume(FarmException.class, error -> {
                    Trouble trouble = error.trouble();
                    steps.set(i, step.with(result(trouble)));
                    if (!(trouble instanceof Trouble.NotFound)) {
                        troubles.add(trouble);
                    }
                    return Mono.just(endsTheRun(steps, i, trouble));
                })
                .doOnNext(useless -> actions.update(action.with(steps)));
    }

    private static Result result(Trouble trouble) {
        if (trouble instanceof Trouble.NotFound) {
            return Result.ALREADY_GONE;
        }
        return trouble instanceof Trouble.OutcomeUnknown ? Result.UNKNOWN : Result.REFUSED;
    }

    /** One lost answer may be about that entry alone; two in a row are about Eiger, and each costs a time-out. */
    private static boolean endsTheRun(List<Step> steps, int i, Trouble trouble) {
        if (trouble instanceof Trouble.OutcomeUnknown) {
            return i + 1 < steps.size() && steps.get(i + 1).result() == Result.UNKNOWN;
        }
        return !(trouble instanceof Trouble.NotFound
                || trouble instanceof Trouble.Conflict
                || trouble instanceof Trouble.Rejected);
    }

    /** Settles lost answers by reading the queue. */
    private Mono<List<Step>> settle(Action action, List<Step> steps) {
        if (steps.stream().noneMatch(step -> step.result() == Result.UNKNOWN)) {
            return watch.look(action.printer()).thenReturn(steps);
        }
        actions.update(action.with(steps).at(Stage.CHECKING, "checking", action.printerName()));
        return watch.until(action.printer(), after -> lostOnesGone(steps, after))
                .switchIfEmpty(Mono.defer(() -> watch.look(action.printer()).map(after -> judged(steps, after))))
                .defaultIfEmpty(steps);
    }

    private static Optional<List<Step>> lostOnesGone(List<Step> steps, QueueReading after) {
        Set<EntryId> left = ids(after);
        boolean open = steps.stream().anyMatch(step -> step.result() == Result.UNKNOWN && left.contains(step.entry()));
        return open ? Optional.empty() : Optional.of(judged(steps, after));
    }

    private static List<Step> judged(List<Step> steps, QueueReading after) {
        Set<EntryId> left = ids(after);
        return steps.stream()
                .map(step -> step.result() != Result.UNKNOWN
                        ? step
                        : step.with(left.contains(step.entry()) ? Result.REFUSED : Result.REMOVED))
                .toList();
    }

    private static Set<EntryId> ids(QueueReading reading) {
        return reading.queue().entries().stream().map(QueueEntry::id).collect(Collectors.toSet());
    }

    private static Action summed(Action action, List<Step> steps, List<Trouble> troubles) {
        long gone = steps.stream().filter(step -> step.result().gone()).count();
        boolean unknown = steps.stream().anyMatch(step -> step.result() == Result.UNKNOWN);
        Stage stage =
                gone == steps.size() ? Stage.DONE : unknown ? Stage.UNKNOWN : gone == 0 ? Stage.REFUSED : Stage.PARTLY;
        String message = switch (stage) {
            case DONE -> "done";
            case PARTLY -> "partly";
            case UNKNOWN -> "unknown";
            default -> "refused";
        };
        return action.with(steps)
                .at(stage, message, gone, steps.size(), action.printerName())
                .because(troubles.isEmpty() ? null : troubles.get(troubles.size() - 1));
    }
}
