package io.nordwand.eiger;

import io.nordwand.eiger.wire.EntryWire;
import io.nordwand.eiger.wire.PersonWire;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Person;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.QueueEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps the waiting jobs of a device, in the order received. */
final class QueueMapping {

    private static final Set<String> GONE = Set.of("removed", "started");

    private QueueMapping() {}

    /** What still waits, and apart from it what has left; placeholders with the nil id and entries without one are left out (field note 45). */
    static PrintQueue queue(List<@Nullable EntryWire> wires, Instant readAt) {
        Map<EntryId, QueueEntry> entries = new LinkedHashMap<>();
        Map<EntryId, QueueEntry> left = new LinkedHashMap<>();
        for (EntryWire wire : wires) {
            String id = wire == null ? null : Ids.known(wire.id());
            if (wire != null && id != null) {
                EntryId known = new EntryId(id);
                (gone(wire.state()) ? left : entries).putIfAbsent(known, entry(known, wire));
            }
        }
        return new PrintQueue(new ArrayList<>(entries.values()), new ArrayList<>(left.values()), readAt);
    }

    private static boolean gone(@Nullable String state) {
        return state != null && GONE.contains(state.strip().toLowerCase(Locale.ROOT));
    }

    private static QueueEntry entry(EntryId id, EntryWire wire) {
        return new QueueEntry(
                id, wire.state(), wire.queuedAt(), BuildMapping.build(wire.build()), person(wire.requester()));
    }

    private static @Nullable Person person(@Nullable PersonWire wire) {
        return wire == null || (wire.name() == null && wire.email() == null)
                ? null
                : new Person(wire.name(), wire.email());
    }
}
