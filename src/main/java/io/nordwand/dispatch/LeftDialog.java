package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an action that stopped short, against the queues as they are now.
 *
 * @param action the action
 * @param rows steps that can be done now
 * @param moot titles of jobs that no longer wait, so that there is nothing to do for them
 * @param readings the queues as they are now
 * @param seen the same as the form carries it
 * @param last whether nobody has gone on with it yet
 * @param again whether it is asked again, since nobody said that they had looked
 * @param trouble why they could not be read, or null
 */
public record LeftDialog(
        Action action,
        List<Row> rows,
        List<String> moot,
        List<QueueReading> readings,
        List<Seen.Row> seen,
        boolean last,
        boolean again,
        @Nullable Trouble trouble) {

    /** A step, and whether a person has to have looked first, since its copy may be missing or somebody else's. */
    public record Row(Left left, boolean doubtful) {}

    static LeftDialog of(Action action, List<Left> known, List<QueueReading> readings, boolean last) {
        List<Left> left = Left.against(known, readings);
        List<Row> rows = new ArrayList<>();
        List<String> moot = new ArrayList<>();
        List<Seen.Row> seen = Seen.rows(readings);
        for (Left each : left) {
            if (waits(each.step(), left, readings)) {
                rows.add(new Row(each, doubtful(each, seen)));
            } else if (each.step().kind() == Step.Kind.REMOVE) {
                moot.add(each.step().title());
            }
        }
        return new LeftDialog(action, rows, moot, readings, seen, last, false, null);
    }

    static LeftDialog without(Action action, boolean last, Trouble trouble) {
        return new LeftDialog(action, List.of(), List.of(), List.of(), List.of(), last, false, trouble);
    }

    /** Nothing is to be done for an entry that has started or was taken out. */
    private static boolean waits(Step step, List<Left> left, List<QueueReading> readings) {
        PrinterId origin = left.stream()
                .map(Left::step)
                .filter(each -> each.kind() == Step.Kind.REMOVE && Objects.equals(each.entry(), step.entry()))
                .map(Step::printer)
                .findFirst()
                .orElse(step.printer());
        EntryId entry = Objects.requireNonNull(step.entry(), "a step of a move names its entry");
        return readings.stream()
                .anyMatch(reading -> reading.printer().id().equals(origin) && Reading.holds(reading, entry));
    }

    /** Whether the copy that makes it safe is not ours for certain or was not seen to wait, or may turn up yet. */
    static boolean doubtful(Left left, List<Seen.Row> seen) {
        Step copy = left.copy();
        if (copy == null) {
            return left.lost();
        }
        return !left.certain()
                || copy.made() == null
                || !seen.contains(
                        new Seen.Row(copy.printer().value(), copy.made().value()));
    }

    /** The same by what the form says was shown. */
    static boolean doubtful(Left left, Map<PrinterId, List<EntryId>> seen) {
        Step copy = left.copy();
        return copy == null
                ? left.lost()
                : !left.certain()
                        || !seen.getOrDefault(copy.printer(), List.of()).contains(copy.made());
    }

    /** Whether a person has to say that they have looked. */
    public boolean look() {
        return rows.stream().anyMatch(Row::doubtful);
    }

    /** Whether what they have to have looked for is a copy that must not be there. */
    public boolean lost() {
        return rows.stream().anyMatch(row -> row.left().lost());
    }

    /** Whether it can be confirmed. */
    public boolean ready() {
        return last && trouble == null && !rows.isEmpty();
    }

    LeftDialog asking() {
        return new LeftDialog(action, rows, moot, readings, seen, last, true, trouble);
    }
}
