package io.nordwand.dispatch;

import io.nordwand.dispatch.ReorderPlan.Job;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Shortfall;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a person is to confirm: each call in words, the queues before and after, what becomes of the material.
 *
 * @param operation move or reorder
 * @param printer the printer whose jobs it is about
 * @param target the printer that they are to go to, or null for a new order
 * @param steps the calls, in order
 * @param shelves the queues concerned
 * @param stuck titles of jobs that can't get where they were wanted
 * @param objection message key of why it can't be done, or null
 * @param seen the queues as shown
 * @param readAt when they were read, or null
 * @param trouble why they could not be read, or null
 */
public record PlanDialog(
        Operation operation,
        Printer printer,
        @Nullable Printer target,
        List<Step> steps,
        List<Shelf> shelves,
        List<String> stuck,
        @Nullable String objection,
        List<Seen.Row> seen,
        @Nullable Instant readAt,
        @Nullable Trouble trouble) {

    /**
     * One queue.
     *
     * @param name the printer's name
     * @param before as it is
     * @param after as it is to be
     * @param spools what becomes of the material
     */
    public record Shelf(String name, List<Line> before, List<Line> after, List<Spool> spools) {}

    /** One job: its title, and whether it is one that changes its place. */
    public record Line(String title, boolean changes) {}

    /** One spool: the hot end's key, what is loaded (or null), how much is left after the queue as it is and as it is to be. */
    public record Spool(String place, @Nullable String material, Figure before, Figure after) {}

    /** What is left in cm³ (null when that can't be told), how that looks, and where it runs out, if it does. */
    public record Figure(
            @Nullable Double leftCubicCentimetres,
            MaterialFinding finding,
            @Nullable Shortfall shortfall) {

        static Figure of(SpoolForecast spool) {
            return new Figure(spool.leftCubicCentimetres(), spool.finding(), spool.shortfall());
        }
    }

    /** Whether it can be confirmed. */
    public boolean ready() {
        return trouble == null && objection == null && !steps.isEmpty();
    }

    /** The steps that append; each has one that takes out. */
    public List<Step> appends() {
        return steps.stream().filter(step -> step.kind() == Step.Kind.APPEND).toList();
    }

    static PlanDialog without(Operation operation, Printer printer, @Nullable Printer target, Trouble trouble) {
        return new PlanDialog(
                operation, printer, target, List.of(), List.of(), List.of(), null, List.of(), null, trouble);
    }

    /** A new order of a queue; an objection when the order is not one of the jobs that wait now. */
    static PlanDialog reorder(Printer printer, QueueReading now, List<EntryId> wanted, Forecasts forecasts) {
        List<QueueEntry> present = now.queue().entries();
        List<Job> jobs = present.stream().map(PlanDialog::job).toList();
        boolean same = wanted.size() == jobs.size()
                && jobs.stream().map(Job::id).allMatch(wanted::contains)
                && wanted.stream().distinct().count() == wanted.size();
        if (!same) {
            return new PlanDialog(
                    Operation.REORDER,
                    printer,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    "dispatch.plan.changed",
                    List.of(),
                    now.queue().readAt(),
                    null);
        }
        ReorderPlan plan = ReorderPlan.of(jobs, wanted);
        List<EntryId> changed = plan.changes().stream().map(Job::id).toList();
        List<QueueEntry> after = plan.result().stream()
                .map(job -> present.get(jobs.indexOf(job)))
                .toList();
        return new PlanDialog(
                Operation.REORDER,
                printer,
                null,
                plan.steps(printer.id(), printer.report().displayName()),
                List.of(shelf(printer, present, after, changed, forecasts)),
                plan.stuck().stream().map(Job::title).toList(),
                null,
                Seen.rows(List.of(now)),
                now.queue().readAt(),
                null);
    }

    /** Jobs of a queue to the end of another printer's. */
    static PlanDialog move(
            Printer printer,
            QueueReading now,
            List<EntryId> chosen,
            Printer target,
            QueueReading there,
            Forecasts forecasts) {
        List<QueueEntry> present = now.queue().entries();
        List<QueueEntry> moved =
                present.stream().filter(entry -> chosen.contains(entry.id())).toList();
        List<QueueEntry> rest =
                present.stream().filter(entry -> !chosen.contains(entry.id())).toList();
        List<QueueEntry> after =
                Stream.concat(there.queue().entries().stream(), moved.stream()).toList();
        String objection = objection(moved, chosen.size(), there);
        List<Step> steps = objection == null ? steps(printer, moved, target) : List.of();
        return new PlanDialog(
                Operation.MOVE,
                printer,
                target,
                steps,
                objection == null
                        ? List.of(
                                shelf(printer, present, rest, chosen, forecasts),
                                shelf(target, there.queue().entries(), after, chosen, forecasts))
                        : List.of(),
                List.of(),
                objection,
                Seen.rows(List.of(now, there)),
                now.queue().readAt(),
                null);
    }

    private static @Nullable String objection(List<QueueEntry> moved, int chosen, QueueReading there) {
        if (moved.size() != chosen || moved.isEmpty()) {
            return "dispatch.plan.changed";
        }
        for (QueueEntry entry : moved) {
            if (entry.build() == null) {
                return "dispatch.plan.no-build";
            }
            Standing standing = Fit.objection(there.printer(), entry.build()).orElse(null);
            if (standing != null) {
                return "dispatch.plan." + standing.key();
            }
        }
        return null;
    }

    private static List<Step> steps(Printer from, List<QueueEntry> moved, Printer to) {
        List<Step> steps = new ArrayList<>();
        for (QueueEntry entry : moved) {
            Job job = job(entry);
            if (job.build() != null) {
                steps.add(Step.append(to.id(), job.build(), job.title(), job.id())
                        .at(to.report().displayName()));
                steps.add(Step.remove(from.id(), job.id(), job.build(), job.title())
                        .at(from.report().displayName()));
            }
        }
        return steps;
    }

    static Job job(QueueEntry entry) {
        return new Job(entry.id(), entry.build() == null ? null : entry.build().id(), Wording.title(entry));
    }

    private static Shelf shelf(
            Printer printer,
            List<QueueEntry> before,
            List<QueueEntry> after,
            List<EntryId> changed,
            Forecasts forecasts) {
        List<SpoolForecast> now = forecasts.of(printer, before).materials().spools();
        List<SpoolForecast> then = forecasts.of(printer, after).materials().spools();
        List<Spool> spools = IntStream.range(0, Math.min(now.size(), then.size()))
                .filter(i -> now.get(i).used() || then.get(i).used())
                .mapToObj(i -> new Spool(
                        now.get(i).place().key(), now.get(i).material(), Figure.of(now.get(i)), Figure.of(then.get(i))))
                .toList();
        return new Shelf(printer.report().displayName(), lines(before, changed), lines(after, changed), spools);
    }

    private static List<Line> lines(List<QueueEntry> entries, List<EntryId> changed) {
        return entries.stream()
                .map(entry -> new Line(Wording.title(entry), changed.contains(entry.id())))
                .toList();
    }
}
