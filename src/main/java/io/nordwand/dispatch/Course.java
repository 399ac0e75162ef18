package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Kind;
import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan has been carried out, and all that was seen on the way.
 *
 * @param action the action with the results so far
 * @param next index of the step that comes next
 * @param last the latest reading of each printer
 * @param known every entry that was seen at a printer or made there, so that a new one can be told
 * @param over whether it goes no further
 * @param why how it stands then, or null where the results say it all
 * @param trouble the last trouble, or null
 */
record Course(
        Action action,
        int next,
        Map<PrinterId, QueueReading> last,
        Map<PrinterId, Set<EntryId>> known,
        boolean over,
        @Nullable Standing why,
        @Nullable Trouble trouble) {
    Course {
        last = Map.copyOf(last);
        known = Map.copyOf(known);
    }

    static Course of(Action action, Map<PrinterId, QueueReading> readings) {
        Course start = new Course(action, 0, Map.of(), Map.of(), false, null, null);
        for (Map.Entry<PrinterId, QueueReading> each : readings.entrySet()) {
            start = start.seeing(each.getKey(), each.getValue());
        }
        return start;
    }

    /** Whether there is a step to go on with. */
    boolean goesOn() {
        return !over && next < action.steps().size();
    }

    Step step() {
        return action.steps().get(next);
    }

    /** The step that appends what the given one takes out, or null when the plan has none. */
    @Nullable
    Step copyOf(Step removal) {
        return partner(removal, Kind.APPEND);
    }

    /** The printer where the entry waits that the given step makes a copy of, or null for a new one. */
    @Nullable
    PrinterId origin(Step append) {
        Step removal = partner(append, Kind.REMOVE);
        return removal == null ? null : removal.printer();
    }

    private @Nullable Step partner(Step step, Kind kind) {
        return action.steps().stream()
                .filter(each -> each.kind() == kind && each.entry() != null)
                .filter(each -> Objects.equals(each.entry(), step.entry()))
                .findFirst()
                .orElse(null);
    }

    Course with(Action newAction) {
        return new Course(newAction, next, last, known, over, why, trouble);
    }

    /** The step as it is on its way. */
    Course marked(Result result) {
        return with(action.with(replaced(step().with(result))));
    }

    /** The step with what became of it; the next one is next. */
    Course after(Result result) {
        return after(step().with(result));
    }

    /** The step with the entry that came of it; the next one is next. */
    Course made(Result result, EntryId entry) {
        Map<PrinterId, Set<EntryId>> more = new HashMap<>(known);
        more.merge(step().printer(), Set.of(entry), Course::both);
        return new Course(action, next, last, more, over, why, trouble).after(step().made(result, entry));
    }

    private Course after(Step changed) {
        return new Course(action.with(replaced(changed)), next + 1, last, known, over, why, trouble);
    }

    private List<Step> replaced(Step changed) {
        List<Step> steps = new ArrayList<>(action.steps());
        steps.set(next, changed);
        return steps;
    }

    /** Goes no further; the results say how it stands. */
    Course stopped() {
        return new Course(action, next, last, known, true, why, trouble);
    }

    /** Goes no further, and stands so. */
    Course stopped(Standing standing) {
        return new Course(action, next, last, known, true, standing, trouble);
    }

    Course because(Trouble newTrouble) {
        return new Course(action, next, last, known, over, why, newTrouble);
    }

    Course seeing(PrinterId printer, QueueReading reading) {
        Map<PrinterId, QueueReading> newLast = new HashMap<>(last);
        newLast.put(printer, reading);
        Map<PrinterId, Set<EntryId>> more = new HashMap<>(known);
        more.merge(printer, Reading.ids(reading), Course::both);
        return new Course(action, next, newLast, more, over, why, trouble);
    }

    private static Set<EntryId> both(Set<EntryId> some, Set<EntryId> others) {
        Set<EntryId> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    Set<EntryId> known(PrinterId printer) {
        return known.getOrDefault(printer, Set.of());
    }

    boolean knows(PrinterId printer, EntryId entry) {
        return known(printer).contains(entry);
    }

    /** What should wait at the printer if nobody else had changed anything. */
    Set<EntryId> expected(PrinterId printer) {
        return Step.expected(known(printer), action.steps(), printer);
    }

    /** Whether the printer has begun a job of that build since it was last read. */
    boolean began(PrinterId printer, @Nullable BuildId build, QueueReading now) {
        ActiveJob job = now.printer().activeJob();
        QueueReading before = last.get(printer);
        ActiveJob former = before == null ? null : before.printer().activeJob();
        return build != null
                && job != null
                && Reading.worksOn(job, build)
                && (former == null || !former.id().equals(job.id()));
    }

    /**
     * The action as it ended. Details: steps done, all steps, and where it stopped short the title concerned and the
     * name of the printer that the copy is for.
     */
    Action ended() {
        int all = action.steps().size();
        int done = (int)
                action.steps().stream().filter(step -> step.result().done()).count();
        Standing standing = why == null ? verdict(done, all) : why;
        Step at = action.steps().get(Math.min(next, all - 1));
        Step copy = at.kind() == Kind.APPEND ? at : copyOf(at);
        return action.now(standing, done, all, at.title(), name(copy == null ? at.printer() : copy.printer()))
                .because(standing == Standing.DONE ? null : trouble);
    }

    private Standing verdict(int done, int all) {
        if (done == all) {
            return Standing.DONE;
        }
        if (action.steps().stream().anyMatch(step -> step.result().uncertain())) {
            return Standing.UNKNOWN;
        }
        if (done > 0) {
            return Standing.PARTLY;
        }
        boolean refused = action.steps().stream().anyMatch(step -> step.result() == Result.REFUSED);
        Standing plain = refused ? Standing.REFUSED : Standing.NOT_SENT;
        return trouble == null ? plain : Standing.after(trouble, plain);
    }

    private String name(PrinterId printer) {
        QueueReading reading = last.get(printer);
        return reading == null ? printer.value() : reading.printer().displayName();
    }
}
