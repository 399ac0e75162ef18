package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one entry that is to be taken out, as read for this dialog.
 *
 * @param printer the printer
 * @param id its queue id
 * @param entry the entry, or null when it is no longer there or could not be read
 * @param title title of its build, as far as known
 * @param position its place in the queue, counted from 1; 0 without an entry
 * @param readAt when it was read, or null
 * @param trouble why it could not be read, or null
 */
public record RemoveDialog(
        Printer printer,
        EntryId id,
        @Nullable QueueEntry entry,
        String title,
        int position,
        @Nullable Instant readAt,
        @Nullable Trouble trouble) {

    /** Who asked for it, or null. */
    public @Nullable String requester() {
        return entry == null || entry.requester() == null
                ? null
                : entry.requester().name();
    }

    static RemoveDialog of(Printer printer, EntryId id, QueueReading reading) {
        int position = Reading.position(reading, id);
        QueueEntry entry = position == 0 ? null : reading.queue().entries().get(position - 1);
        return new RemoveDialog(
                printer,
                id,
                entry,
                entry == null ? Wording.title(printer, id) : Wording.title(entry),
                position,
                reading.queue().readAt(),
                null);
    }

    static RemoveDialog without(Printer printer, EntryId id, Trouble trouble) {
        return new RemoveDialog(printer, id, null, Wording.title(printer, id), 0, null, trouble);
    }
}
