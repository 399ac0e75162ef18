package io.nordwand.history;

import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** How far one copy is, for those who look at it. */
final class Gauge {

    private final Mirrors.Copy copy;
    private final Duration late;
    private final Clock clock;
    private final Sinks.Many<Mirrors.Copy> changes;
    private final Sinks.Many<Mirrors.Copy> writes = sink();
    private volatile Progress progress = Progress.NONE;

    /**
     * @param late age from which on the copy is behind
     * @param changes where changes are told
     */
    Gauge(Mirrors.Copy copy, Duration late, Clock clock, Sinks.Many<Mirrors.Copy> changes) {
        this.copy = copy;
        this.late = late;
        this.clock = clock;
        this.changes = changes;
    }

    Progress progress() {
        Progress now = progress;
        Instant at = now.readAt();
        boolean old = at != null && at.plus(late).isBefore(clock.instant());
        return new Progress(now.whole(), now.records(), at, old, now.trouble());
    }

    synchronized void kept(Standing standing, long records) {
        become(new Progress(standing.whole(), records, standing.readAt(), false, progress.trouble()));
        writes.tryEmitNext(copy);
    }

    /** Records were written, and so many are there now. */
    synchronized void counted(long records) {
        become(new Progress(progress.whole(), records, progress.readAt(), false, progress.trouble()));
        writes.tryEmitNext(copy);
    }

    /** Emits after records were written; a reading that found them as they were is none. */
    Flux<Mirrors.Copy> writes() {
        return latest(writes);
    }

    synchronized void stands(Standing standing) {
        boolean news = standing.whole() != progress.whole()
                || (standing.readAt() != null && !standing.readAt().equals(progress.readAt()));
        if (news) {
            become(new Progress(standing.whole(), progress.records(), standing.readAt(), false, progress.trouble()));
        }
    }

    synchronized void well() {
        if (progress.trouble() != null) {
            become(new Progress(progress.whole(), progress.records(), progress.readAt(), false, null));
        }
    }

    synchronized void failed(@Nullable Trouble trouble) {
        become(new Progress(progress.whole(), progress.records(), progress.readAt(), false, trouble));
    }

    private void become(Progress next) {
        progress = next;
        synchronized (changes) {
            changes.tryEmitNext(copy);
        }
    }

    /** What a {@code changes} flux for many readers looks like. */
    static Sinks.Many<Mirrors.Copy> sink() {
        return Sinks.many().multicast().directBestEffort();
    }

    static Flux<Mirrors.Copy> latest(Sinks.Many<Mirrors.Copy> sink) {
        return sink.asFlux().onBackpressureLatest();
    }
}
