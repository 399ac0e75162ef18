package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue in the order that somebody wants it to have.
 *
 * @param printer the printer
 * @param rows its jobs in that order
 * @param others printers that jobs could be moved to
 * @param changed whether the queue changed while it was being put in order, so that this is the new one as it is
 * @param readAt when it was read, or null
 * @param trouble why it could not be read, or null
 */
public record OrderDialog(
        Printer printer,
        List<Row> rows,
        List<Printer> others,
        boolean changed,
        @Nullable Instant readAt,
        @Nullable Trouble trouble) {

    /** One job, its title and who asked for it, or null. */
    public record Row(
            QueueEntry entry, String title, @Nullable String requester) {

        /** Whether it can be appended again. */
        public boolean movable() {
            return entry.build() != null;
        }
    }

    /**
     * The queue in that order, as far as it is an order of what waits now.
     *
     * @param wanted the order, or empty for the present one
     */
    static OrderDialog of(Printer printer, QueueReading now, List<EntryId> wanted, List<Printer> others) {
        List<QueueEntry> entries = now.queue().entries();
        List<QueueEntry> ordered = new ArrayList<>();
        wanted.forEach(id -> entries.stream()
                .filter(entry -> entry.id().equals(id) && !ordered.contains(entry))
                .forEach(ordered::add));
        boolean changed = !wanted.isEmpty() && (ordered.size() != entries.size() || wanted.size() != entries.size());
        return new OrderDialog(
                printer,
                (changed || wanted.isEmpty() ? entries : ordered)
                        .stream().map(OrderDialog::row).toList(),
                others,
                changed,
                now.queue().readAt(),
                null);
    }

    private static Row row(QueueEntry entry) {
        return new Row(
                entry,
                Wording.title(entry),
                entry.requester() == null ? null : entry.requester().name());
    }

    static OrderDialog without(Printer printer, Trouble trouble) {
        return new OrderDialog(printer, List.of(), List.of(), false, null, trouble);
    }
}
