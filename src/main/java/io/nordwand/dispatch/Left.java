package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Kind;
import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step that is left of a move or a new order that stopped short, and may be done now: one that was certainly not done,
 * the taking out that finishes it, or an append whose answer was lost. The latter is done again only by a person who has
 * looked, and only as long as no copy is seen; else the copy counts, and what is left is the taking out.
 *
 * @param index its place among the action's steps
 * @param step the step
 * @param copy the step that appended a copy of what is to be taken out, or null where that is left as well or never was
 * @param before for an append whose answer was lost: the entries that were known before it; else null
 */
public record Left(
        int index, Step step, @Nullable Step copy, @Nullable Set<EntryId> before) {

    /**
     * What is left of the action by what is known of it, in order; empty where nothing is, or nothing was done at all.
     * What is left by the queues as they are, {@link #against} says.
     */
    public static List<Left> of(Action action) {
        if ((action.operation() != Operation.MOVE && action.operation() != Operation.REORDER)
                || !action.stage().ended()
                || action.stage() == Stage.DONE) {
            return List.of();
        }
        List<Step> steps = action.steps();
        boolean begun = steps.stream().anyMatch(step -> step.result() != Result.NOT_TRIED)
                || !action.group().equals(action.id());
        if (!begun) {
            return List.of();
        }
        return IntStream.range(0, steps.size())
                .filter(i -> isLeft(action, steps.get(i)))
                .mapToObj(i -> new Left(
                        i, fresh(steps.get(i)), done(copyOf(steps, steps.get(i))), before(action, steps.get(i))))
                .toList();
    }

    private static boolean isLeft(Action action, Step step) {
        if (step.kind() == Kind.APPEND) {
            return notDone(step) || before(action, step) != null;
        }
        Step copy = copyOf(action.steps(), step);
        boolean sure = copy == null || copy.result().done() || notDone(copy) || before(action, copy) != null;
        return sure && !step.result().gone();
    }

    /** What was known before an append whose answer was lost; null for any other step, and where nobody took it down. */
    private static @Nullable Set<EntryId> before(Action action, Step step) {
        return step.kind() == Kind.APPEND && step.result().uncertain()
                ? Resuming.of(action, action.steps().indexOf(step))
                        .map(sent -> sent.call().known())
                        .orElse(null)
                : null;
    }

    /** What is left as the queues are: where a copy has turned up after all, the append is not. */
    static List<Left> against(List<Left> left, Collection<QueueReading> queues) {
        Map<EntryId, Step> found = new HashMap<>();
        for (Left each : left) {
            EntryId copy = each.before() == null ? null : each.turnedUp(each.before(), queues, found.values());
            EntryId original = each.step().entry();
            if (copy != null && original != null) {
                found.put(original, each.step().made(Result.FOUND_ADDED, copy));
            }
        }
        return left.stream()
                .filter(each -> !each.lost() || !found.containsKey(each.step().entry()))
                .map(each -> found.containsKey(each.step().entry())
                        ? new Left(
                                each.index(), each.step(), found.get(each.step().entry()), null)
                        : each)
                .toList();
    }

    private @Nullable EntryId turnedUp(Set<EntryId> known, Collection<QueueReading> queues, Collection<Step> taken) {
        return queues.stream()
                .filter(queue -> queue.printer().id().equals(step.printer()))
                .flatMap(queue -> queue.queue().entries().stream())
                .filter(entry -> step.build() != null && Reading.isOf(entry, step.build()))
                .map(QueueEntry::id)
                .filter(id -> !known.contains(id) && taken.stream().noneMatch(other -> id.equals(other.made())))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is an append whose answer was lost and of which no copy is seen. */
    public boolean lost() {
        return before != null;
    }

    private static boolean notDone(Step step) {
        return step.result() == Result.NOT_TRIED || step.result() == Result.REFUSED;
    }

    private static @Nullable Step copyOf(List<Step> steps, Step removal) {
        return steps.stream()
                .filter(each -> removal.kind() == Kind.REMOVE && each.kind() == Kind.APPEND)
                .filter(each -> Objects.equals(each.entry(), removal.entry()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Step done(@Nullable Step copy) {
        return copy != null && copy.result().done() ? copy : null;
    }

    private static Step fresh(Step step) {
        return step.made(Result.NOT_TRIED, null);
    }

    /** Whether the copy is certainly ours. */
    public boolean certain() {
        return copy == null || copy.result() == Result.ADDED;
    }
}
