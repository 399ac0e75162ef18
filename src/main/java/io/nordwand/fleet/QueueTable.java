package io.nordwand.fleet;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Person;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Slot;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Taking;
import io.nordwand.web.ElementId;
import io.nordwand.web.Spool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A printer's queue as last read, with what each job leaves on the spools and when it prints.
 *
 * @param read whether it was read at all; if not, it is not known, and not empty
 * @param readAt when it was read, or null
 * @param spools the spools that are counted, as headings
 * @param now the job in work, or null
 * @param rows waiting jobs in Eiger's order
 * @param freeAt when the last of them is done, or null when that can't be told
 * @param work how long all of it takes once the printer can go on, or null when not known
 * @param hint how many jobs Eiger counts for the printer, or null; the list is the truth (field note 45)
 */
public record QueueTable(
        boolean read,
        @Nullable Instant readAt,
        List<Spool> spools,
        @Nullable Now now,
        List<Row> rows,
        @Nullable Instant freeAt,
        @Nullable Duration work,
        @Nullable Integer hint) {

    /**
     * The job in work.
     *
     * @param group what a person has to do
     * @param percent share done, or null
     * @param title title of its build, or null when not known
     * @param remaining time left as last read, or null
     * @param line when it prints and what it leaves
     */
    public record Now(
            StateGroup group,
            @Nullable Integer percent,
            @Nullable String title,
            @Nullable Duration remaining,
            Line line) {}

    /**
     * When a job prints and what it leaves.
     *
     * @param startsAt when it starts, or null when that can't be told
     * @param endsAt when it ends, or null when that can't be told
     * @param takings what it takes from each of the spools that are counted
     * @param marks what has to be done before it
     */
    public record Line(@Nullable Instant startsAt, @Nullable Instant endsAt, List<Taking> takings, List<Mark> marks) {

        /** Whether a spool is short for it, or another one is needed. */
        public boolean lacks() {
            return takings.stream()
                    .anyMatch(taking -> taking.finding() == MaterialFinding.SHORT
                            || taking.finding() == MaterialFinding.OTHER_MATERIAL);
        }
    }

    /**
     * One waiting job.
     *
     * @param elementId id of its row
     * @param number place in the queue, from 1
     * @param title title of its build, or null when not known
     * @param preview path of its picture, or null
     * @param state its state as Eiger wrote it, when it is not simply queued; else null
     * @param estimate print time, or null when not known
     * @param support support material that it needs, in cm³, or null
     * @param requester who asked for it, or null when not known
     * @param email their address, for operators only; or null
     * @param queuedAt when it was queued, or null
     * @param line when it prints and what it leaves
     * @param entry the entry itself, for its form
     */
    public record Row(
            String elementId,
            int number,
            @Nullable String title,
            @Nullable String preview,
            @Nullable String state,
            @Nullable Duration estimate,
            @Nullable Double support,
            @Nullable String requester,
            @Nullable String email,
            @Nullable Instant queuedAt,
            Line line,
            QueueEntry entry) {}

    static QueueTable of(Printer printer, Forecast forecast, Locale locale) {
        PrintQueue queue = printer.queue();
        List<SpoolForecast> counted = forecast.materials().spools().stream()
                .filter(spool -> spool.place() == SpoolForecast.Place.PRIMARY || spool.used())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (QueueEntry entry : forecast.entries()) {
            rows.add(row(entry, rows.size() + 1, forecast, counted));
        }
        return new QueueTable(
                queue != null,
                queue == null ? null : queue.readAt(),
                counted.stream().map(spool -> heading(spool, printer, locale)).toList(),
                now(printer, forecast, counted),
                rows,
                forecast.schedule().freeAt(),
                forecast.schedule().work(),
                printer.report().queueLength());
    }

    private static Spool heading(SpoolForecast spool, Printer printer, Locale locale) {
        boolean first = spool.place() == SpoolForecast.Place.PRIMARY;
        return Spool.of(
                spool.place().key(),
                first ? printer.report().primary() : printer.report().secondary(),
                locale);
    }

    private static @Nullable Now now(Printer printer, Forecast forecast, List<SpoolForecast> counted) {
        Slot slot = forecast.schedule().running();
        ActiveJob job = printer.lastJob();
        if (slot == null || job == null) {
            return null;
        }
        JobLine line = JobLine.of(job);
        return new Now(
                printer.group(),
                line == null ? null : line.percent(),
                JobLine.title(job.build()),
                printer.report().activeJob() == null ? null : job.remaining(),
                line(slot, 0, 0, forecast, counted));
    }

    private static Row row(QueueEntry entry, int number, Forecast forecast, List<SpoolForecast> counted) {
        Build build = entry.build();
        Person person = entry.requester();
        String state = entry.state() == null || entry.state().strip().equalsIgnoreCase("queued") ? null : entry.state();
        int index = number - 1 + (forecast.schedule().running() == null ? 0 : 1);
        Double support = build == null ? null : build.needs().supportCubicCentimetres();
        return new Row(
                ElementId.of("entry", entry.id().value()),
                number,
                JobLine.title(build),
                JobLine.preview(build),
                state,
                build == null ? null : build.estimate(),
                support == null || support <= 0 ? null : support,
                person == null ? null : person.name(),
                person == null ? null : person.email(),
                entry.queuedAt(),
                line(forecast.schedule().waiting().get(number - 1), index, number, forecast, counted),
                entry);
    }

    private static Line line(Slot slot, int index, int number, Forecast forecast, List<SpoolForecast> counted) {
        return new Line(
                slot.startsAt(),
                slot.endsAt(),
                counted.stream().map(spool -> spool.takings().get(index)).toList(),
                Mark.before(forecast, number));
    }

    /** Whether Eiger's own count is another than that of the list. */
    public boolean hintDiffers() {
        return read && hint != null && !Objects.equals(hint, rows.size());
    }
}
