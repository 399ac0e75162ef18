package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a printer's jobs print and whether its spools last, from one report and one reading of its queue.
 *
 * @param read whether the queue was read; otherwise the waiting jobs are not known and only the job in work is counted
 * @param entries the waiting jobs that were counted
 * @param schedule when they print
 * @param materials whether the spools last
 */
public record Forecast(boolean read, List<QueueEntry> entries, Schedule schedule, MaterialForecast materials) {

    /** Free printers are said to start at a moment that changes this seldom, so that pages do not change with each poll. */
    private static final long STEP_SECONDS = 300;

    private static final QueueEntry UNREAD = new QueueEntry(new EntryId("unread"), null, null, null, null);

    public Forecast {
        entries = List.copyOf(entries);
    }

    /**
     * The forecast of a printer as last read.
     *
     * @param turnover time from the end of a job to the start of the next
     */
    public static Forecast of(Printer printer, Duration turnover) {
        PrintQueue queue = printer.queue();
        return of(printer, queue == null ? null : queue.entries(), turnover);
    }

    /** The forecast of a printer if these jobs waited there; null when nobody knows which do. */
    public static Forecast of(Printer printer, @Nullable List<QueueEntry> waiting, Duration turnover) {
        List<QueueEntry> entries = waiting == null ? List.of() : waiting;
        Schedule schedule = Schedule.of(printer, entries, moment(printer.readAt()), turnover);
        return new Forecast(
                waiting != null,
                entries,
                waiting != null ? schedule : new Schedule(schedule.slots(), null, schedule.asOf(), null),
                MaterialForecast.of(printer.report(), entries, schedule));
    }

    /**
     * The forecast if these builds were appended to the queue, in that order. A queue that was not read counts as one job
     * of which nothing is known.
     */
    public static Forecast with(Printer printer, List<Build> builds, Duration turnover) {
        PrintQueue queue = printer.queue();
        List<QueueEntry> entries = new ArrayList<>(queue == null ? List.of(UNREAD) : queue.entries());
        builds.forEach(build -> entries.add(QueueEntry.wanted(build)));
        return of(printer, entries, turnover);
    }

    private static Instant moment(Instant readAt) {
        Instant second = readAt.truncatedTo(ChronoUnit.SECONDS);
        return second.minusSeconds(Math.floorMod(second.getEpochSecond(), STEP_SECONDS));
    }
}
