package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Journal and audit log of a program that can end at any moment. */
final class Mortal implements Journal, Audit {

    private final Journal journal;
    private final Audit audit;
    private final Fuse fuse;
    private final Deeds deeds;
    private final List<Runnable> waiting = new ArrayList<>();

    Mortal(Journal journal, Audit audit, Fuse fuse, Deeds deeds) {
        this.journal = journal;
        this.audit = audit;
        this.fuse = fuse;
        this.deeds = deeds;
    }

    @Override
    public void begun(Action action, Origin origin) {
        fuse.guard(() -> later(() -> journal.begun(action, origin)));
    }

    @Override
    public void changed(Action action) {
        fuse.guard(() -> later(() -> journal.changed(action)));
    }

    /** What nobody waits for reaches the disk some time later, or never. */
    private void later(Runnable write) {
        waiting.add(write);
        Schedulers.boundedElastic().schedule(this::flush);
    }

    private void flush() {
        List<Runnable> writes = List.copyOf(waiting);
        waiting.clear();
        if (!fuse.dead()) {
            writes.forEach(Runnable::run);
        }
    }

    @Override
    public Mono<Void> stored(Action action) {
        return fuse.guard(() -> {
            flush();
            return journal.stored(action);
        });
    }

    @Override
    public List<Row> load(Instant since) {
        return journal.load(since);
    }

    @Override
    public Mono<DeedId> intend(Deed deed) {
        return fuse.guard(() -> audit.intend(deed).doOnNext(id -> deeds.intended(id, deed)));
    }

    @Override
    public Mono<Void> settle(DeedId deed, Outcome outcome) {
        return fuse.guard(() -> audit.settle(deed, outcome));
    }

    @Override
    public Mono<List<OpenDeed>> open() {
        return fuse.guard(audit::open);
    }
}
