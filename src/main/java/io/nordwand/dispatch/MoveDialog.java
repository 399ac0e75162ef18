package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a waiting job could go.
 *
 * @param printer where it waits
 * @param id its queue id
 * @param entry the entry, or null when it no longer waits or could not be read
 * @param title its title
 * @param position its place in the queue, counted from 1; 0 without an entry
 * @param length how many jobs wait there
 * @param targets the other printers, the best first
 * @param readAt when it was read, or null
 * @param trouble why it could not be read, or null
 */
public record MoveDialog(
        Printer printer,
        EntryId id,
        @Nullable QueueEntry entry,
        String title,
        int position,
        int length,
        List<Suitability> targets,
        @Nullable Instant readAt,
        @Nullable Trouble trouble) {

    /** Whether there is anything to choose. */
    public boolean movable() {
        return entry != null && entry.build() != null;
    }

    /** The printers that it can go to. */
    public List<Suitability> fitting() {
        return targets.stream().filter(Suitability::sendable).toList();
    }

    /** What all of those have in common. */
    public List<Reason> shared() {
        return Reason.shared(fitting());
    }

    /** The others. */
    public List<Suitability> unfit() {
        return targets.stream().filter(target -> !target.sendable()).toList();
    }

    static MoveDialog of(Printer printer, EntryId id, QueueReading now, Farm farm, Forecasts forecasts, Instant at) {
        int position = Reading.position(now, id);
        QueueEntry entry = position == 0 ? null : now.queue().entries().get(position - 1);
        Build build = entry == null ? null : entry.build();
        return new MoveDialog(
                printer,
                id,
                entry,
                entry == null ? Wording.title(printer, id) : Wording.title(entry),
                position,
                now.queue().entries().size(),
                build == null
                        ? List.of()
                        : Ranking.of(farm, build, forecasts, at).rows().stream()
                                .filter(row -> !row.printer().id().equals(printer.id()))
                                .toList(),
                now.queue().readAt(),
                null);
    }

    static MoveDialog without(Printer printer, EntryId id, Trouble trouble) {
        return new MoveDialog(printer, id, null, Wording.title(printer, id), 0, 0, List.of(), null, trouble);
    }
}
