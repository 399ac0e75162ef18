package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.Backoff;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.ApprovalSource;
import io.nordwand.farm.record.Approved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The approved set, kept in memory and in the database, where every build gets its share of it. */
final class StoredApprovals implements Approvals, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoredApprovals.class);

    private final ApprovalSource source;
    private final Database database;
    private final Duration pause;
    private final Backoff backoff;
    private final String owner;
    private final Clock clock;
    private final Sinks.Many<ApprovalState> sink = Sinks.many().multicast().directBestEffort();
    private final AtomicLong begun = new AtomicLong();
    private volatile ApprovalState state = ApprovalState.NONE;
    private long latest;
    private Mono<Void> keeping = Mono.empty();
    private int failures;
    private @Nullable Disposable running;

    /** @param owner names the organization; what is kept of another is thrown away */
    StoredApprovals(
            ApprovalSource source, Database database, Duration pause, Backoff backoff, String owner, Clock clock) {
        this.source = source;
        this.database = database;
        this.pause = pause;
        this.backoff = backoff;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public ApprovalState current() {
        ApprovalState now = state;
        Instant at = now.readAt();
        boolean late = at != null && at.plus(pause.multipliedBy(3)).isBefore(clock.instant());
        return new ApprovalState(now.set(), at, late, now.trouble());
    }

    @Override
    public Flux<ApprovalState> changes() {
        return sink.asFlux().onBackpressureLatest();
    }

    @Override
    public Mono<Approved> read() {
        return Mono.defer(() -> {
            long turn = begun.incrementAndGet();
            return source.approved()
                    .doOnError(error -> failed(error, turn))
                    .flatMap(set -> became(set, turn).thenReturn(set));
        });
    }

    /** A reading that began before another one that is through tells nothing new. What is new is kept in that order. */
    private synchronized Mono<Void> became(Approved set, long turn) {
        if (turn >= latest) {
            latest = turn;
            failures = 0;
            become(new ApprovalState(set, clock.instant(), false, null));
            keeping = keeping.then(kept(set)).cache();
        }
        return keeping;
    }

    private synchronized void failed(Throwable error, long turn) {
        if (turn >= latest) {
            become(new ApprovalState(state.set(), state.readAt(), false, trouble(error)));
        }
    }

    private static Trouble trouble(Throwable error) {
        return error instanceof FarmException known
                ? known.trouble()
                : new Trouble.Unavailable("The approved builds could not be read.", null);
    }

    private void become(ApprovalState next) {
        state = next;
        sink.tryEmitNext(next);
    }

    /** What the database does not take now, the next reading brings; in memory it is right already. */
    private Mono<Void> kept(Approved set) {
        ApprovalTables.Read read = new ApprovalTables.Read(set, clock.instant());
        return database.call(jdbc -> {
                    ApprovalTables.keep(jdbc, owner, read);
                    return set;
                })
                .doOnError(problem -> log.error("The approved set could not be kept", problem))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> load() {
        return database.call(jdbc -> ApprovalTables.load(jdbc, owner).orElse(null))
                .doOnNext(this::known)
                .doOnError(problem -> log.error("The kept approved set can't be read", problem))
                .onErrorComplete()
                .then();
    }

    private synchronized void known(ApprovalTables.Read read) {
        if (state.set() == null) {
            become(new ApprovalState(read.set(), read.at(), false, state.trouble()));
        }
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = load().thenMany(
                            Mono.defer(this::next).flatMap(Mono::delay).repeat())
                    .subscribe(tick -> {}, error -> log.error("Approvals are read no more; restart Nordwand", error));
        }
    }

    private Mono<Duration> next() {
        return read().thenReturn(pause).onErrorResume(error -> {
            Trouble trouble = trouble(error);
            log.debug("The approved set could not be read", error);
            return Mono.just(backoff.after(++failures, trouble));
        });
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
