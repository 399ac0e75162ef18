package io.nordwand.audit;

import io.nordwand.database.Database;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audit log in the database. */
@Component
class AuditLog implements Audit {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final Database database;
    private final Clock clock;

    AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<DeedId> intend(Deed deed) {
        return database.call(jdbc -> AuditRows.insert(jdbc, clock.instant(), deed));
    }

    @Override
    public Mono<Void> settle(DeedId deed, Outcome outcome) {
        return database.call(jdbc -> {
                    AuditRows.insert(jdbc, clock.instant(), deed, outcome);
                    return deed;
                })
                .onErrorResume(problem -> {
                    log.error("The outcome {} of deed {} could not be stored", outcome, deed.value(), problem);
                    return Mono.empty();
                })
                .then();
    }

    @Override
    public Mono<List<OpenDeed>> open() {
        return database.call(AuditRows::open);
    }
}
