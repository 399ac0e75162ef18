package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The audit log as those who send see it: it never keeps people waiting for long. */
@Component
class Register {

    /** A database that takes longer than this does not keep people waiting; what it takes down later is settled then. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Audit audit;

    Register(Audit audit) {
        this.audit = audit;
    }

    /** Takes down what is about to be done; an error when that fails, and then it must not be done. */
    Mono<DeedId> intend(Deed deed) {
        return Mono.defer(() -> {
            Mono<DeedId> stored = audit.intend(deed).cache();
            return stored.timeout(PATIENCE).onErrorResume(TimeoutException.class, late -> {
                stored.flatMap(id -> audit.settle(
                                id, Outcome.of(Outcome.Kind.NOT_DONE, "It was taken down too late to be done.")))
                        .onErrorComplete()
                        .subscribe();
                return Mono.error(late);
            });
        });
    }

    /** Takes down what came of it; never fails. */
    Mono<Void> settle(DeedId deed, Outcome outcome) {
        Mono<Void> settled = audit.settle(deed, outcome).cache();
        return settled.timeout(PATIENCE, Mono.empty());
    }
}
