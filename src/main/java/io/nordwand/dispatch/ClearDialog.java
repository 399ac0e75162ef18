package io.nordwand.dispatch;

import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what clearing the queue will take out, as read for this dialog.
 *
 * @param printer the printer
 * @param entries its entries, first to print first
 * @param readAt when they were read, or null when they could not be
 * @param running title of the job at work, which is not touched, or null
 * @param trouble why they could not be read, or null
 */
public record ClearDialog(
        Printer printer,
        List<Row> entries,
        @Nullable Instant readAt,
        @Nullable String running,
        @Nullable Trouble trouble) {

    /**
     * One entry.
     *
     * @param entry the entry
     * @param title title of its build
     * @param requester who asked for it, or null
     */
    public record Row(
            QueueEntry entry, String title, @Nullable String requester) {

        static Row of(QueueEntry entry) {
            return new Row(
                    entry,
                    Wording.title(entry),
                    entry.requester() == null ? null : entry.requester().name());
        }
    }

    static ClearDialog of(Printer printer, QueueReading reading) {
        return new ClearDialog(
                printer,
                reading.queue().entries().stream().map(Row::of).toList(),
                reading.queue().readAt(),
                reading.printer().activeJob() == null
                        ? null
                        : Wording.title(reading.printer().activeJob().build()),
                null);
    }

    static ClearDialog without(Printer printer, Trouble trouble) {
        return new ClearDialog(printer, List.of(), null, null, trouble);
    }
}
