package io.nordwand.dispatch;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was taken down, what was then sent for it, and what that did: the truth that a run is judged by. */
final class Deeds {

    /** One deed of the run. */
    static final class Entry {
        final DeedId id;
        final Deed deed;
        int calls;
        int effects;

        @Nullable
        String made;

        Entry(DeedId id, Deed deed) {
            this.id = id;
            this.deed = deed;
        }
    }

    private final Map<DeedId, Entry> all = new LinkedHashMap<>();

    void intended(DeedId id, Deed deed) {
        all.put(id, new Entry(id, deed));
    }

    /** Row id of the first deed of the run. */
    long first() {
        return all.keySet().stream().mapToLong(DeedId::value).min().orElse(Long.MAX_VALUE);
    }

    List<Entry> all() {
        return List.copyOf(all.values());
    }

    List<Entry> of(Action action) {
        return all.values().stream()
                .filter(each -> each.deed.action().equals(action.id()))
                .toList();
    }

    /** The deed that this call is for: the latest of its kind that no call was made for. */
    Entry called(String operation, PrinterId printer, @Nullable BuildId build, @Nullable EntryId entry) {
        Entry found = all.values().stream()
                .filter(each -> each.deed.operation().equals(operation)
                        && printer.equals(each.deed.printer())
                        && (build == null || build.equals(each.deed.build()))
                        && Objects.equals(entry, each.deed.entry())
                        && each.calls == 0)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("A call that was not taken down: " + operation + " " + printer));
        found.calls++;
        return found;
    }
}
