package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a printer's jobs are expected to print, if each bed is cleared at once: the job in work until its estimated end,
 * then each waiting one after a turnover. Nothing after a printer that waits for a person, is off or in a state that
 * nobody knows can be told, nor anything after a job without an estimate.
 *
 * @param slots the job in work, if there is one, then all waiting ones in the queue's order
 * @param freeAt when the last of them ends, or {@code asOf} for a printer that is free now; null when that can't be told
 * @param asOf when this was worked out
 * @param work how long the rest of the job in work, all waiting ones and the turnovers between them take together once
 *     the printer can go on; null when one of them is not known
 */
public record Schedule(
        List<Slot> slots,
        @Nullable Instant freeAt,
        Instant asOf,
        @Nullable Duration work) {

    /** An estimate beyond this is garbage. */
    private static final Duration LONGEST_PRINT = Duration.ofDays(365);

    public Schedule {
        slots = List.copyOf(slots);
    }

    /**
     * The schedule of a printer with these waiting jobs.
     *
     * @param now when its report was read
     * @param turnover time from the end of a job to the start of the next
     */
    public static Schedule of(Printer printer, List<QueueEntry> entries, Instant now, Duration turnover) {
        ActiveJob job = printer.lastJob();
        if (job == null) {
            Instant start = printer.group() == StateGroup.READY ? now : null;
            return after(List.of(), start, start, Duration.ZERO, entries, now, turnover);
        }
        Instant end = end(printer, now);
        Slot running = new Slot(null, job.build(), job.startedAt(), end);
        Instant next = end == null ? null : end.plus(turnover);
        return after(List.of(running), next, end, rest(printer, end, now), entries, now, turnover);
    }

    /** The schedule of these jobs alone if the first starts now. */
    static Schedule atOnce(List<QueueEntry> entries, Instant now, Duration turnover) {
        return after(List.of(), now, now, Duration.ZERO, entries, now, turnover);
    }

    private static Schedule after(
            List<Slot> before,
            @Nullable Instant start,
            @Nullable Instant freeAt,
            @Nullable Duration rest,
            List<QueueEntry> entries,
            Instant now,
            Duration turnover) {
        List<Slot> slots = new ArrayList<>(before);
        Instant next = start;
        Instant free = freeAt;
        Duration work = rest;
        for (QueueEntry entry : entries) {
            Duration takes = estimate(entry.build());
            free = next == null || takes == null ? null : next.plus(takes);
            work = work == null || takes == null
                    ? null
                    : work.plus(slots.isEmpty() ? Duration.ZERO : turnover).plus(takes);
            slots.add(new Slot(entry.id(), entry.build(), next, free));
            next = free == null ? null : free.plus(turnover);
        }
        return new Schedule(slots, free, now, work);
    }

    /** When the job in work ends; a short time overdue it ends now, a long time overdue nobody knows. */
    private static @Nullable Instant end(Printer printer, Instant now) {
        Instant end = printer.finishAt();
        boolean works =
                printer.group() == StateGroup.PRINTING && printer.report().activeJob() != null;
        if (!works || end == null || printer.cautions().contains(Caution.OVERDUE)) {
            return null;
        }
        return end.isBefore(now) ? now : end;
    }

    private static @Nullable Duration rest(Printer printer, @Nullable Instant end, Instant now) {
        if (end != null) {
            return Duration.between(now, end);
        }
        ActiveJob job = printer.report().activeJob();
        boolean waits = printer.group() == StateGroup.HANDS || printer.group() == StateGroup.FINISHED;
        return job == null || !waits ? null : plausible(job.remaining());
    }

    /** Print time of a build, or null when it is not known or makes no sense. */
    public static @Nullable Duration estimate(@Nullable Build build) {
        Duration estimate = build == null ? null : plausible(build.estimate());
        return estimate == null || estimate.isZero() ? null : estimate;
    }

    private static @Nullable Duration plausible(@Nullable Duration time) {
        return time == null || time.isNegative() || time.compareTo(LONGEST_PRINT) > 0 ? null : time;
    }

    /** The job in work, or null. */
    public @Nullable Slot running() {
        return slots.isEmpty() || !slots.get(0).running() ? null : slots.get(0);
    }

    /** The waiting jobs, in the queue's order. */
    public List<Slot> waiting() {
        return running() == null ? slots : slots.subList(1, slots.size());
    }
}
