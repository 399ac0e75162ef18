package io.nordwand.dispatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A journal in memory; can refuse to store, as a full disk would. */
final class FakeJournal implements Journal {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private boolean refusing;

    synchronized void refuse(boolean refuse) {
        refusing = refuse;
    }

    @Override
    public synchronized void begun(Action action, Origin origin) {
        if (!refusing) {
            rows.put(action.id(), new Row(action, origin));
        }
    }

    @Override
    public synchronized void changed(Action action) {
        if (!refusing) {
            rows.computeIfPresent(action.id(), (id, row) -> new Row(action, row.origin()));
        }
    }

    @Override
    public Mono<Void> stored(Action action) {
        return Mono.defer(() -> refuses() ? Mono.error(new IllegalStateException("The disk is full.")) : Mono.empty());
    }

    private synchronized boolean refuses() {
        return refusing;
    }

    @Override
    public synchronized List<Row> load(Instant since) {
        return List.copyOf(rows.values());
    }
}
