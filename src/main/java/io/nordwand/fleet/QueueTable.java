package io.nordwand.fleet;

import io.nordwand.farm.Build;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Person;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A printer's queue as last read.
 *
 * @param read whether it was read at all; if not, it is not known, and not empty
 * @param readAt when it was read, or null
 * @param rows waiting jobs in Eiger's order
 * @param estimate print time of all of them, or null when not known
 * @param hint how many jobs Eiger counts for the printer, or null; the list is the truth (field note 45)
 */
public record QueueTable(
        boolean read,
        @Nullable Instant readAt,
        List<Row> rows,
        @Nullable Duration estimate,
        @Nullable Integer hint) {

    /**
     * One waiting job.
     *
     * @param elementId id of its row
     * @param number place in the queue, from 1
     * @param title title of its build, or null when not known
     * @param preview path of its picture, or null
     * @param state its state as Eiger wrote it, when it is not simply queued; else null
     * @param estimate print time, or null when not known
     * @param needs material by name
     * @param requester who asked for it, or null when not known
     * @param email their address, for operators only; or null
     * @param queuedAt when it was queued, or null
     * @param entry the entry itself, for its form
     */
    public record Row(
            String elementId,
            int number,
            @Nullable String title,
            @Nullable String preview,
            @Nullable String state,
            @Nullable Duration estimate,
            List<Need> needs,
            @Nullable String requester,
            @Nullable String email,
            @Nullable Instant queuedAt,
            QueueEntry entry) {}

    /**
     * One need.
     *
     * @param key message key of what it is when it has no name
     * @param name material as Eiger wrote it, or null
     * @param cubicCentimetres how much, or null when not known
     */
    public record Need(
            String key, @Nullable String name, @Nullable Double cubicCentimetres) {}

    static QueueTable of(Printer printer) {
        PrintQueue queue = printer.queue();
        if (queue == null) {
            return new QueueTable(
                    false,
                    null,
                    List.of(),
                    printer.report().queueEstimate(),
                    printer.report().queueLength());
        }
        List<Row> rows = new ArrayList<>();
        for (QueueEntry entry : queue.entries()) {
            rows.add(row(entry, rows.size() + 1));
        }
        Duration sum = QueueLine.sum(queue.entries());
        return new QueueTable(true, queue.readAt(), rows, sum, printer.report().queueLength());
    }

    private static Row row(QueueEntry entry, int number) {
        Build build = entry.build();
        Person person = entry.requester();
        String state = entry.state() == null || entry.state().strip().equalsIgnoreCase("queued") ? null : entry.state();
        return new Row(
                ElementId.of("entry", entry.id().value()),
                number,
                JobLine.title(build),
                JobLine.preview(build),
                state,
                build == null ? null : build.estimate(),
                build == null ? List.of() : needs(build),
                person == null ? null : person.name(),
                person == null ? null : person.email(),
                entry.queuedAt(),
                entry);
    }

    private static List<Need> needs(Build build) {
        Needs needs = build.needs();
        List<Need> list = new ArrayList<>();
        list.add(new Need("printer.need.primary", build.primaryMaterial(), needs.primaryCubicCentimetres()));
        if (build.secondaryMaterial() != null || needed(needs.secondaryCubicCentimetres())) {
            list.add(new Need("printer.need.secondary", build.secondaryMaterial(), needs.secondaryCubicCentimetres()));
        }
        if (needed(needs.supportCubicCentimetres())) {
            list.add(new Need("printer.need.support", null, needs.supportCubicCentimetres()));
        }
        return list;
    }

    private static boolean needed(@Nullable Double amount) {
        return amount != null && amount > 0;
    }

    /** Whether Eiger's own count is another than that of the list. */
    public boolean hintDiffers() {
        return read && hint != null && !Objects.equals(hint, rows.size());
    }
}
