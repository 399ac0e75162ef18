package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Kind;
import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out by reading which steps of an action were done that the end of the program broke off. Steps that were not sent
 * stay so; the sum says how far it got, and people go on from there.
 */
@Component
class Retracing {

    private final Watch watch;
    private final RecentJobs jobs;
    private final Leftovers leftovers;
    private final Actions actions;

    Retracing(Watch watch, RecentJobs jobs, Leftovers leftovers, Actions actions) {
        this.watch = watch;
        this.jobs = jobs;
        this.leftovers = leftovers;
        this.actions = actions;
    }

    Mono<Action> run(Action action, Trouble lost, Trouble unsent) {
        List<Step> steps = IntStream.range(0, action.steps().size())
                .mapToObj(i -> asStored(action.steps().get(i), Resuming.of(action, i)))
                .toList();
        Set<PrinterId> open = steps.stream()
                .filter(step -> step.result() == Result.UNKNOWN)
                .map(Step::printer)
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return leftovers.settled(action, steps).map(settled -> summed(action.with(settled), unsent));
        }
        Action checking =
                actions.update(action.with(steps).now(Standing.CHECKING).because(lost));
        return Flux.fromIterable(open)
                .flatMap(printer -> traced(checking, printer))
                .reduce(checking.steps(), Retracing::merged)
                .flatMap(settled -> leftovers.settled(checking, settled))
                .map(settled -> summed(checking.with(settled), lost));
    }

    /** The step as far as it is known without reading; a refused removal may be one of what had gone already. */
    private static Step asStored(Step step, Optional<Sent> sent) {
        boolean denied = step.result() == Result.ALREADY_GONE && sent.isPresent();
        if (step.result() != Result.SENDING && !denied) {
            return step;
        }
        if (sent.isEmpty()) {
            return step.with(Result.NOT_TRIED);
        }
        boolean append = step.kind() == Kind.APPEND;
        return switch (sent.get().known()) {
            case DONE -> append ? step.made(Result.ADDED, entry(sent.get())) : step.with(Result.REMOVED);
            case NOT_DONE -> step.with(append ? Result.REFUSED : Result.UNKNOWN);
            case NO, CANT_TELL -> step.with(Result.UNKNOWN);
        };
    }

    private static @Nullable EntryId entry(Sent sent) {
        return sent.result() == null ? null : new EntryId(sent.result());
    }

    /** Reads one printer until its steps are clear, or the time is over. */
    private Mono<List<Step>> traced(Action action, PrinterId printer) {
        Set<Integer> touched = new HashSet<>();
        return watch.until(printer, now -> {
                    touched.addAll(touched(action, printer, now));
                    List<Step> seen = seen(action, printer, now);
                    return seen.stream().anyMatch(step -> step.result() == Result.UNKNOWN)
                            ? Optional.empty()
                            : Optional.of(seen);
                })
                .switchIfEmpty(Mono.defer(() -> watch.look(printer).flatMap(now -> {
                    touched.addAll(touched(action, printer, now));
                    List<Step> seen = seen(action, printer, now);
                    return Flux.range(0, seen.size())
                            .concatMap(i -> atTheEnd(action, seen.get(i), printer, touched.contains(i)))
                            .collectList();
                })))
                .defaultIfEmpty(action.steps());
    }

    /** Numbers of the steps that append something, of which nothing can be told, since others changed the queue. */
    private static Set<Integer> touched(Action action, PrinterId printer, QueueReading now) {
        return IntStream.range(0, action.steps().size())
                .filter(i -> {
                    Step step = action.steps().get(i);
                    Set<EntryId> before = before(action, i);
                    return step.build() != null
                            && (before == null
                                    || Reading.touched(
                                            now, Step.expected(before, action.steps(), printer), step.build()));
                })
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The steps with what this reading shows of those at that printer. */
    private static List<Step> seen(Action action, PrinterId printer, QueueReading now) {
        Set<EntryId> taken = action.steps().stream()
                .map(Step::made)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        List<Step> seen = new ArrayList<>();
        for (int i = 0; i < action.steps().size(); i++) {
            Step step = action.steps().get(i);
            boolean asked = step.result() == Result.UNKNOWN && step.printer().equals(printer);
            boolean refused = Resuming.of(action, i)
                    .filter(sent -> sent.known() == Sent.Known.NOT_DONE)
                    .isPresent();
            seen.add(
                    asked
                            ? step.kind() == Kind.REMOVE
                                    ? takenOut(step, refused, now)
                                    : appended(step, before(action, i), now, taken)
                            : step);
        }
        return seen;
    }

    private static Step takenOut(Step step, boolean refused, QueueReading now) {
        boolean waits = Reading.holds(now, Objects.requireNonNull(step.entry()));
        if (refused) {
            return step.with(waits ? Result.REFUSED : Result.ALREADY_GONE);
        }
        return waits ? step : step.with(Result.FOUND_GONE);
    }

    private static Step appended(Step step, @Nullable Set<EntryId> before, QueueReading now, Set<EntryId> taken) {
        Optional<EntryId> found = now.queue().entries().stream()
                .filter(entry -> before != null && !before.contains(entry.id()))
                .filter(entry -> Reading.isOf(entry, Objects.requireNonNull(step.build())))
                .map(QueueEntry::id)
                .filter(taken::add)
                .findFirst();
        return found.map(entry -> step.made(Result.FOUND_ADDED, entry)).orElse(step);
    }

    /** What was in that queue before the step: as read then, or as the person saw it; null when neither is known. */
    private static @Nullable Set<EntryId> before(Action action, int step) {
        Set<EntryId> read =
                Resuming.of(action, step).map(sent -> sent.call().known()).orElse(null);
        List<EntryId> shown = action.expected().get(action.steps().get(step).printer());
        return read == null && shown != null ? Set.copyOf(shown) : read;
    }

    /** What the last reading says of a step that none has shown; a printer that has such a job may have taken it. */
    private Mono<Step> atTheEnd(Action action, Step step, PrinterId printer, boolean touched) {
        if (step.result() != Result.UNKNOWN || !step.printer().equals(printer)) {
            return Mono.just(step);
        }
        if (step.kind() == Kind.REMOVE) {
            return Mono.just(step.with(Result.STILL_THERE));
        }
        return touched
                ? Mono.just(step)
                : jobs.anySince(action, printer, Objects.requireNonNull(step.build()))
                        .map(printed -> printed ? step : step.with(Result.NOT_FOUND));
    }

    /** Each reading settles the steps of its own printer. */
    private static List<Step> merged(List<Step> some, List<Step> others) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> some.get(i).result() == Result.UNKNOWN ? others.get(i) : some.get(i))
                .toList();
    }

    private Action summed(Action action, Trouble trouble) {
        int all = action.steps().size();
        int done = (int)
                action.steps().stream().filter(step -> step.result().done()).count();
        boolean untouched = action.steps().stream().allMatch(step -> step.result() == Result.NOT_TRIED);
        boolean uncertain =
                action.steps().stream().anyMatch(step -> step.result().uncertain());
        if (untouched) {
            return action.now(Standing.NOT_SENT).because(trouble);
        }
        Standing standing = uncertain
                ? Standing.UNKNOWN
                : done == all ? Standing.DONE : done == 0 ? Standing.REFUSED : Standing.PARTLY;
        Step next = action.steps().stream()
                .filter(step -> !step.result().done())
                .findFirst()
                .orElse(action.steps().get(all - 1));
        return action.now(standing, done, all, next.title(), name(action, next)).because(done == all ? null : trouble);
    }

    private String name(Action action, Step step) {
        return step.printer().equals(action.printer()) ? action.printerName() : watch.name(step.printer());
    }
}
