package io.nordwand.build;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Slot;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.history.BuildRuns.Runs;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a build is now: at which printers, in which queues, on the backlog.
 *
 * @param known whether the farm was read at all
 * @param printing printers that work on it
 * @param waiting its places in queues, the first to start first
 * @param unread how many printers have queues that were not read yet, where it may wait as well
 * @param asked where it is on the backlog, asked for or put there (field note 48), the oldest first
 * @param askedCount how often it is on the backlog, listed or not
 */
public record Whereabouts(
        boolean known, List<Printing> printing, List<Waiting> waiting, int unread, List<Asked> asked, long askedCount) {

    /**
     * A printer that works on it.
     *
     * @param state the printer's state as Eiger wrote it, or null
     * @param percent share done, or null when not known
     * @param endsAt expected end, or null when that can't be told
     * @param lost whether contact was lost meanwhile, so that nobody knows
     */
    public record Printing(
            String elementId,
            String printer,
            String href,
            StateGroup group,
            @Nullable String state,
            @Nullable Double percent,
            @Nullable Instant endsAt,
            boolean lost) {}

    /**
     * A place in a queue.
     *
     * @param place place in the queue, from 1
     * @param of length of the queue
     * @param startsAt expected start, or null when that can't be told
     * @param endsAt expected end, or null when that can't be told
     * @param queuedAt when it was put there, or null
     * @param requester who asked for it, or null
     */
    public record Waiting(
            String elementId,
            String printer,
            String href,
            int place,
            int of,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant queuedAt,
            @Nullable String requester) {}

    /**
     * A job on the backlog.
     *
     * @param requester who asked for it, or null when Eiger does not say
     * @param createdAt since when, or null
     */
    public record Asked(
            String elementId,
            @Nullable String requester,
            @Nullable Instant createdAt) {}

    public Whereabouts {
        printing = List.copyOf(printing);
        waiting = List.copyOf(waiting);
        asked = List.copyOf(asked);
    }

    static Whereabouts of(BuildId build, Farm farm, Forecasts forecasts, Runs runs) {
        List<Printing> printing = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        int unread = 0;
        for (Printer printer : farm.printers().values()) {
            ActiveJob job = printer.lastJob();
            if (job != null && job.build() != null && job.build().id().equals(build)) {
                printing.add(printing(printer, job));
            }
            PrintQueue queue = printer.queue();
            if (queue == null) {
                unread++;
            } else if (queue.entries().stream().anyMatch(entry -> holds(entry, build))) {
                waiting.addAll(waiting(printer, queue.entries(), build, forecasts));
            }
        }
        printing.sort(Comparator.comparing(Printing::endsAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Printing::printer));
        waiting.sort(Comparator.comparing(Waiting::startsAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Waiting::printer)
                .thenComparing(Waiting::place));
        return new Whereabouts(
                farm.freshness().lastGood() != null,
                printing,
                waiting,
                unread,
                runs.waiting().stream().map(Whereabouts::asked).toList(),
                runs.waitingCount());
    }

    private static boolean holds(QueueEntry entry, BuildId build) {
        return entry.build() != null && entry.build().id().equals(build);
    }

    private static Printing printing(Printer printer, ActiveJob job) {
        boolean lost = printer.report().activeJob() == null;
        return new Printing(
                ElementId.of("at", printer.id().value()),
                printer.report().displayName(),
                Paths.printer(printer.id()),
                printer.group(),
                printer.report().state(),
                lost ? null : job.progressPercent(),
                lost || printer.group() != StateGroup.PRINTING ? null : printer.finishAt(),
                lost);
    }

    private static List<Waiting> waiting(
            Printer printer, List<QueueEntry> entries, BuildId build, Forecasts forecasts) {
        List<Slot> slots = forecasts.of(printer).schedule().waiting();
        List<Waiting> places = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            QueueEntry entry = entries.get(i);
            if (holds(entry, build)) {
                Slot slot = slots.stream()
                        .filter(each -> Objects.equals(each.entry(), entry.id()))
                        .findFirst()
                        .orElse(null);
                places.add(new Waiting(
                        ElementId.of(
                                "waits", printer.id().value() + "-" + entry.id().value()),
                        printer.report().displayName(),
                        Paths.printer(printer.id()),
                        i + 1,
                        entries.size(),
                        slot == null ? null : slot.startsAt(),
                        slot == null ? null : slot.endsAt(),
                        entry.queuedAt(),
                        entry.requester() == null ? null : entry.requester().name()));
            }
        }
        return places;
    }

    private static Asked asked(JobRecord job) {
        PersonRecord requester = job.requester() == null ? job.initiator() : job.requester();
        return new Asked(
                ElementId.of("asked", job.id().value()),
                requester == null ? null : requester.name(),
                job.createdAt() == null ? job.updatedAt() : job.createdAt());
    }

    /** Whether it is nowhere, as far as is known. */
    public boolean nowhere() {
        return printing.isEmpty() && waiting.isEmpty() && askedCount == 0;
    }

    /** Jobs on the backlog that are not listed. */
    public long askedMore() {
        return Math.max(0, askedCount - asked.size());
    }
}
