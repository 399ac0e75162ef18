package io.nordwand.dispatch;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions to one reading of a printer and its queue. */
final class Reading {

    private Reading() {}

    static Optional<QueueEntry> find(QueueReading reading, EntryId entry) {
        return reading.queue().entries().stream()
                .filter(each -> each.id().equals(entry))
                .findFirst();
    }

    static boolean holds(QueueReading reading, EntryId entry) {
        return find(reading, entry).isPresent();
    }

    static boolean holds(QueueReading reading, EntryId entry, BuildId build) {
        return find(reading, entry).filter(each -> isOf(each, build)).isPresent();
    }

    static boolean isOf(QueueEntry entry, BuildId build) {
        return entry.build() != null && entry.build().id().equals(build);
    }

    static boolean worksOn(@Nullable ActiveJob active, BuildId build) {
        return active != null && active.build() != null && active.build().id().equals(build);
    }

    /**
     * Whether somebody else was at it, so that what is missing may have been there in between: the queue is not what it
     * should be, a job of that build has left it, or the printer is at work on one.
     *
     * @param expected what should wait there if nobody had changed anything since
     */
    static boolean touched(QueueReading now, Set<EntryId> expected, BuildId build) {
        return !ids(now).equals(expected)
                || worksOn(now.printer().activeJob(), build)
                || now.queue().gone().stream()
                        .anyMatch(each -> !expected.contains(each.id()) && (each.build() == null || isOf(each, build)));
    }

    static Set<EntryId> ids(QueueReading reading) {
        return reading.queue().entries().stream().map(QueueEntry::id).collect(Collectors.toSet());
    }

    /** Place in the queue, counted from 1; 0 when it is not there. */
    static int position(QueueReading reading, EntryId entry) {
        List<QueueEntry> entries = reading.queue().entries();
        return entries.stream().map(QueueEntry::id).toList().indexOf(entry) + 1;
    }
}
