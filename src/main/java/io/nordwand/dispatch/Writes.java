package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The switch for all writing to Eiger. A stop holds at once and in any case, even if it can't be stored; to allow writing
 * again is like any other deed: what can't be recorded is not done.
 */
@Component
class Writes {

    private static final Logger log = LoggerFactory.getLogger(Writes.class);

    private final WritesProperties properties;
    private final StopStore store;
    private final Audit audit;
    private final Clock clock;
    private final AtomicReference<@Nullable Stop> stop;
    private volatile boolean stored = true;

    Writes(WritesProperties properties, StopStore store, Audit audit, Clock clock) {
        this.properties = properties;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.stop = new AtomicReference<>(store.load());
    }

    /** Why nothing may be sent, or empty when it may. The configuration wins over everything. */
    Optional<Stop> stopped() {
        return properties.enabled() ? Optional.ofNullable(stop.get()) : Optional.of(Stop.CONFIGURED);
    }

    /** The same as the trouble of a call that was not made. */
    Optional<Trouble> objection() {
        return stopped().map(each -> new Trouble.Stopped(sentence(each), null));
    }

    private static String sentence(Stop stop) {
        String who = stop.configured()
                ? "The configuration has stopped all writing"
                : stop.by() + " has stopped all writing";
        return stop.reason().isBlank() ? who + "." : who + ": " + stop.reason();
    }

    /** Whether the switch will stand as it does after a restart. */
    boolean stored() {
        return stored;
    }

    /** Stops all writing at once; the answer says whether that is stored as well, so that it outlives a restart. */
    Mono<Boolean> stop(Actor actor, String reason) {
        return Mono.defer(() -> {
            Stop wanted = new Stop(actor.name(), clock.instant(), reason);
            boolean first = stop.compareAndSet(null, wanted);
            if (!first) {
                return Mono.just(true);
            }
            log.warn("{} has stopped all writing: {}", Wording.oneLine(actor.name()), Wording.oneLine(reason));
            Mono<Boolean> saved = store.save(wanted).thenReturn(true).onErrorResume(problem -> {
                log.error("That all writing is stopped could not be stored; it holds until a restart", problem);
                stored = false;
                return Mono.just(false);
            });
            return audit.intend(deed(actor, "writes.stop", reason))
                    .map(Optional::of)
                    .onErrorResume(problem -> Mono.just(Optional.empty()))
                    .flatMap(id -> saved.flatMap(done -> settle(id, done).thenReturn(done)));
        });
    }

    /** Allows writing again; an error when that can't be recorded and stored, and then it stays stopped. */
    Mono<Void> allow(Actor actor) {
        return Mono.defer(() -> {
            Stop before = stop.get();
            if (before == null) {
                return Mono.empty();
            }
            return audit.intend(deed(actor, "writes.allow", before.reason()))
                    .flatMap(id -> store.clear()
                            .then(Mono.fromRunnable(() -> allowed(actor, before)))
                            .then(settle(Optional.of(id), true))
                            .onErrorResume(
                                    problem -> settle(Optional.of(id), false).then(Mono.error(problem))));
        });
    }

    private void allowed(Actor actor, Stop before) {
        stop.compareAndSet(before, null);
        log.warn("{} has allowed writing again", Wording.oneLine(actor.name()));
        stored = true;
    }

    private Mono<Void> settle(Optional<DeedId> deed, boolean done) {
        Outcome.Kind kind = done ? Outcome.Kind.DONE : Outcome.Kind.NOT_DONE;
        return deed.map(id -> audit.settle(id, Outcome.of(kind, done ? "" : "It could not be stored.")))
                .orElse(Mono.empty());
    }

    private static Deed deed(Actor actor, String operation, String reason) {
        return new Deed(UUID.randomUUID().toString(), actor, operation, null, "", null, reason, null, "");
    }
}
