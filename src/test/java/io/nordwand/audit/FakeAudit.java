package io.nordwand.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An audit in memory for tests of those who must be audited; can refuse to store, as a full disk would. */
public final class FakeAudit implements Audit {

    private final Clock clock;
    private final Map<DeedId, Entry> entries = new LinkedHashMap<>();
    private boolean refusing;

    /** One deed with all its outcomes, oldest first. */
    public record Entry(DeedId id, Instant at, Deed deed, List<Outcome> outcomes) {}

    /** An empty one. */
    public FakeAudit(Clock clock) {
        this.clock = clock;
    }

    /** Whether from now on nothing can be stored. */
    public synchronized void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** All that was stored, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** All deeds, oldest first. */
    public List<Deed> deeds() {
        return entries().stream().map(Entry::deed).toList();
    }

    @Override
    public Mono<DeedId> intend(Deed deed) {
        return Mono.fromCallable(() -> store(deed));
    }

    private synchronized DeedId store(Deed deed) {
        if (refusing) {
            throw new IllegalStateException("The audit log can't be written.");
        }
        DeedId id = new DeedId(entries.size() + 1L);
        entries.put(id, new Entry(id, clock.instant(), deed, List.of()));
        return id;
    }

    @Override
    public Mono<Void> settle(DeedId deed, Outcome outcome) {
        return Mono.fromRunnable(() -> add(deed, outcome));
    }

    private synchronized void add(DeedId id, Outcome outcome) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("There is no deed " + id);
        }
        if (!refusing) {
            List<Outcome> outcomes = new ArrayList<>(entry.outcomes());
            outcomes.add(outcome);
            entries.put(id, new Entry(id, entry.at(), entry.deed(), List.copyOf(outcomes)));
        }
    }

    @Override
    public Mono<List<OpenDeed>> open() {
        return Mono.fromCallable(() -> entries().stream()
                .filter(FakeAudit::isOpen)
                .map(entry -> new OpenDeed(entry.id(), entry.at(), entry.deed()))
                .toList());
    }

    private static boolean isOpen(Entry entry) {
        List<Outcome> outcomes = entry.outcomes();
        return outcomes.isEmpty() || outcomes.get(outcomes.size() - 1).kind() == Outcome.Kind.UNKNOWN;
    }
}
