package io.nordwand.audit;

import io.nordwand.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The audit log in the database. */
@Component
class AuditLog implements Audit {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Database database;
    private final Arrears arrears;
    private final AuditFeed feed;
    private final Clock clock;
    private final AtomicBoolean catchingUp = new AtomicBoolean();

    AuditLog(Database database, Arrears arrears, AuditFeed feed, Clock clock) {
        this.database = database;
        this.arrears = arrears;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Mono<DeedId> intend(Deed deed) {
        return database.call(jdbc -> AuditRows.insert(jdbc, clock.instant(), deed))
                .doOnNext(id -> feed.grown());
    }

    @Override
    public Mono<Void> settle(DeedId deed, Outcome outcome) {
        return Mono.defer(() -> {
            if (!arrears.none()) {
                arrears.add(deed, outcome);
                return Mono.empty();
            }
            return stored(clock.instant(), deed, outcome).onErrorResume(problem -> {
                log.error("The outcome {} of deed {} could not be stored yet", outcome, deed.value(), problem);
                arrears.add(deed, outcome);
                catchUp();
                return Mono.empty();
            });
        });
    }

    @Override
    public Mono<List<OpenDeed>> open() {
        return database.call(AuditRows::open);
    }

    private Mono<Void> stored(Instant at, DeedId deed, Outcome outcome) {
        return database.call(jdbc -> {
                    AuditRows.insert(jdbc, at, deed, outcome);
                    return deed;
                })
                .doOnNext(id -> feed.grown())
                .then();
    }

    /** Stores the arrears one after the other, each tried until the database takes it. */
    private void catchUp() {
        if (catchingUp.compareAndSet(false, true)) {
            Mono.delay(PAUSE)
                    .then(Mono.defer(this::next))
                    .repeat(() -> !arrears.none())
                    .doFinally(end -> {
                        catchingUp.set(false);
                        if (!arrears.none()) {
                            catchUp();
                        }
                    })
                    .subscribeOn(Schedulers.parallel())
                    .subscribe(done -> {}, problem -> log.error("Outcomes are not stored any more", problem));
        }
    }

    private Mono<Void> next() {
        Arrears.Entry entry = arrears.first();
        return entry == null
                ? Mono.empty()
                : stored(entry.at(), entry.deed(), entry.outcome())
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                        .doOnSuccess(done -> arrears.stored(entry));
    }
}
