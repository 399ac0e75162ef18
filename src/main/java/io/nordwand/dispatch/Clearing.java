package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    private final Preflight preflight;
    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final Actions actions;

    Clearing(Preflight preflight, FarmCommands commands, Sending sending, Watch watch, Actions actions) {
        this.preflight = preflight;
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.actions = actions;
    }

    /** How far the run is: which step comes next, counted down, and the last trouble. */
    private record Run(List<Step> steps, int next, @Nullable Trouble trouble, boolean useless) {

        Run with(Result result, @Nullable Trouble newTrouble, boolean nowUseless) {
            List<Step> changed = IntStream.range(0, steps.size())
                    .mapToObj(i -> i == next ? steps.get(i).with(result) : steps.get(i))
                    .toList();
            return new Run(changed, next - 1, newTrouble == null ? trouble : newTrouble, nowUseless);
        }

        boolean over() {
            return next < 0 || useless;
        }
    }

    /** Carries out the action, whose steps are all not tried yet, in queue order; what it emits has ended. */
    Flux<Action> run(Action action) {
        return preflight.printer(action, now -> {
            List<Step> steps =
                    action.steps().stream().map(step -> known(step, now)).toList();
            return Mono.just(new Run(steps, steps.size() - 1, null, false))
                    .expand(run -> run.over() || actions.closing() ? Mono.empty() : remove(action, run))
                    .last()
                    .flatMap(run -> settle(action, run))
                    .map(run -> summed(action, run))
                    .flux();
        });
    }

    /** The step as the queue is now: nothing is sent for an entry that no longer waits. */
    private static Step known(Step step, QueueReading now) {
        return Reading.find(now, entry(step))
                .map(entry -> step.titled(Wording.title(entry)))
                .orElseGet(() -> step.with(Result.ALREADY_GONE));
    }

    private Mono<Run> remove(Action action, Run run) {
        Step step = run.steps().get(run.next());
        if (step.result() == Result.ALREADY_GONE) {
            return Mono.just(run.with(Result.ALREADY_GONE, null, false));
        }
        return sending.once(
                        action,
                        Call.remove(action.printer(), entry(step), step.build()),
                        () -> commands.remove(action.printer(), entry(step)).thenReturn(step))
                .map(answer ->
                        answer.fold(removed -> run.with(Result.REMOVED, null, false), trouble -> failed(run, trouble)))
                .doOnNext(after -> actions.update(action.with(after.steps())));
    }

    private static Run failed(Run run, Trouble trouble) {
        if (trouble instanceof Trouble.NotFound) {
            return run.with(Result.ALREADY_GONE, run.trouble() == null ? trouble : null, false);
        }
        if (trouble instanceof Trouble.OutcomeUnknown) {
            return run.with(Result.UNKNOWN, trouble, lostBefore(run));
        }
        if (Standing.unsent(trouble)) {
            return run.with(Result.NOT_TRIED, trouble, true);
        }
        boolean aboutThisEntry = trouble instanceof Trouble.Conflict || trouble instanceof Trouble.Rejected;
        return run.with(Result.REFUSED, trouble, !aboutThisEntry);
    }

    /** One lost answer may be about that entry alone; two in a row are about Eiger, and each costs a time-out. */
    private static boolean lostBefore(Run run) {
        int before = run.next() + 1;
        return before < run.steps().size() && run.steps().get(before).result() == Result.UNKNOWN;
    }

    /** Settles lost answers by reading the queue; a "not found" about what still waits was a refusal. */
    private Mono<Run> settle(Action action, Run run) {
        if (run.steps().stream().anyMatch(step -> step.result() == Result.UNKNOWN)) {
            return patiently(action, run).defaultIfEmpty(untold(run));
        }
        boolean denied = run.steps().stream().anyMatch(step -> step.result() == Result.ALREADY_GONE);
        return (denied ? watch.atLast(action.printer()) : watch.look(action.printer()))
                .flatMap(after -> allGone(run, after)
                        .map(Mono::just)
                        .orElseGet(() -> patiently(action, run).defaultIfEmpty(judged(run, after))))
                .defaultIfEmpty(untold(run));
    }

    private Mono<Run> patiently(Action action, Run run) {
        actions.update(action.with(run.steps()).now(Standing.CHECKING).because(run.trouble()));
        return watch.until(action.printer(), after -> allGone(run, after))
                .switchIfEmpty(Mono.defer(() -> watch.look(action.printer()).map(after -> judged(run, after))));
    }

    /** The verdict, unless something is still there of which Eiger said that it is out, or nothing. */
    private static Optional<Run> allGone(Run run, QueueReading after) {
        Set<EntryId> left = Reading.ids(after);
        boolean open = run.steps().stream()
                .anyMatch(step -> (step.result() == Result.UNKNOWN || step.result() == Result.REMOVED)
                        && left.contains(entry(step)));
        return open ? Optional.empty() : Optional.of(judged(run, after));
    }

    private static Run judged(Run run, QueueReading after) {
        Set<EntryId> left = Reading.ids(after);
        List<Step> steps = run.steps().stream()
                .map(step -> judged(step, left.contains(entry(step))))
                .toList();
        return new Run(steps, run.next(), run.trouble(), run.useless());
    }

    /** Without a reading, "not found" is the word of whoever answered, and no more. */
    private static Run untold(Run run) {
        List<Step> steps = run.steps().stream()
                .map(step -> step.result() == Result.ALREADY_GONE ? step.with(Result.UNKNOWN) : step)
                .toList();
        return new Run(steps, run.next(), run.trouble(), run.useless());
    }

    private static Step judged(Step step, boolean waits) {
        if (step.result() == Result.UNKNOWN) {
            return step.with(waits ? Result.STILL_THERE : Result.FOUND_GONE);
        }
        if (step.result() == Result.REMOVED && waits) {
            return step.with(Result.STILL_THERE);
        }
        return step.result() == Result.ALREADY_GONE && waits ? step.with(Result.REFUSED) : step;
    }

    private static Action summed(Action action, Run run) {
        int all = run.steps().size();
        int gone =
                (int) run.steps().stream().filter(step -> step.result().gone()).count();
        boolean unknown = run.steps().stream().anyMatch(step -> step.result().uncertain());
        Standing standing = gone == all
                ? Standing.DONE
                : unknown ? Standing.UNKNOWN : gone == 0 ? refused(run.trouble()) : Standing.PARTLY;
        return action.with(run.steps()).now(standing, gone, all).because(gone == all ? null : run.trouble());
    }

    private static Standing refused(@Nullable Trouble trouble) {
        return trouble == null ? Standing.REFUSED : Standing.after(trouble, Standing.REFUSED);
    }

    private static EntryId entry(Step step) {
        return Objects.requireNonNull(step.entry(), "a step that takes out names its entry");
    }
}
