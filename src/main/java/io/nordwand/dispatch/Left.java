package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Kind;
import io.nordwand.dispatch.Step.Result;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step that is left of a move or a new order that stopped short, and may be done now: one that was certainly not done,
 * or the taking out that finishes it. What was appended, or may have been, is never appended again.
 *
 * @param index its place among the action's steps
 * @param step the step
 * @param copy the step that appended a copy of what is to be taken out, or null where that is left as well or never was
 */
public record Left(int index, Step step, @Nullable Step copy) {

    /** What is left of the action, in order; empty where nothing is, or nothing was done at all. */
    public static List<Left> of(Action action) {
        if ((action.operation() != Operation.MOVE && action.operation() != Operation.REORDER)
                || !action.stage().ended()
                || action.stage() == Stage.DONE) {
            return List.of();
        }
        List<Step> steps = action.steps();
        boolean begun = steps.stream().anyMatch(step -> step.result() != Result.NOT_TRIED)
                || !action.group().equals(action.id());
        // In the wrong place of an order a job is not where it was wanted; that needs a new plan.
        boolean outOfOrder = action.operation() == Operation.REORDER
                && steps.stream()
                        .anyMatch(step ->
                                step.kind() == Kind.APPEND && step.result().uncertain());
        if (!begun || outOfOrder) {
            return List.of();
        }
        return IntStream.range(0, steps.size())
                .filter(i -> isLeft(steps, steps.get(i)))
                .mapToObj(i -> new Left(i, fresh(steps.get(i)), done(copyOf(steps, steps.get(i)))))
                .toList();
    }

    private static boolean isLeft(List<Step> steps, Step step) {
        if (step.kind() == Kind.APPEND) {
            return notDone(step);
        }
        Step copy = copyOf(steps, step);
        boolean sure = copy == null || copy.result().done() || notDone(copy);
        return sure && !step.result().gone();
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
