package io.nordwand.audit;

import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes changes of Nordwand itself down in the audit log: the intent before, the outcome after. The database keeps with
 * each change the deed that made it, so that after a lost answer, or a crash between the change and its outcome, reading
 * tells whether it was done.
 *
 * @param <T> what a change makes
 */
public final class Witnessing<T> {

    private static final Logger log = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** Why a change is not known to be done, other than that it turned itself down. */
    public enum Fault {
        /** The intent could not be stored, so nothing was tried. */
        NOT_AUDITED,
        /** The database did not take it. */
        NOT_STORED,
        /** The database's answer was lost, and reading does not work either. */
        UNKNOWN
    }

    /**
     * What the witness has to know of one kind of change.
     *
     * @param <T> what a change makes
     */
    public interface Trace<T> {

        /** What this deed made; null when it made nothing. Waits for whoever is at it. */
        @Nullable
        T made(JdbcClient jdbc, Deed deed, DeedId id);

        /** How a deed ended that was under way when the program did. */
        Outcome.Kind found(JdbcClient jdbc, OpenDeed open);

        /** Why the work turned itself down, in a sentence; null when that is not what this problem says. */
        @Nullable
        String refusal(Throwable problem);

        /** What whoever asked for the change gets to hear of it. */
        RuntimeException told(Fault fault);
    }

    private final Audit audit;
    private final Database database;
    private final Trace<T> trace;

    /** Watches changes that are told by this trace. */
    public Witnessing(Audit audit, Database database, Trace<T> trace) {
        this.audit = audit;
        this.database = database;
        this.trace = trace;
    }

    /**
     * Does the work after the intent is stored, and only then; ends as the work does, or as {@link Trace#told} says.
     *
     * @param later is told of a change of which it was only found out after the end that it was stored
     */
    public Mono<T> watch(Deed deed, Function<DeedId, Mono<T>> work, Consumer<T> later) {
        return audit.intend(deed)
                .onErrorMap(problem -> {
                    log.error(
                            "{} of \"{}\" could not be taken down before it",
                            deed.operation(),
                            deed.subject(),
                            problem);
                    return trace.told(Fault.NOT_AUDITED);
                })
                .flatMap(id -> work.apply(id)
                        .flatMap(made -> settled(id, Outcome.Kind.DONE).thenReturn(made))
                        .onErrorResume(problem -> problem instanceof DatabaseException lost
                                ? lookedUp(deed, id, lost, later)
                                : refused(id, problem)));
    }

    /**
     * Finds out what became of the changes that were under way when the program ended.
     *
     * @param operations with what the keys of these operations begin
     */
    public Mono<Void> lookBack(String operations) {
        return audit.open()
                .flatMapMany(Flux::fromIterable)
                .filter(open -> open.deed().operation().startsWith(operations))
                .concatMap(open ->
                        database.call(jdbc -> trace.found(jdbc, open)).flatMap(kind -> settled(open.id(), kind)))
                .then();
    }

    private Mono<T> refused(DeedId id, Throwable problem) {
        String sentence = trace.refusal(problem);
        return sentence == null
                ? Mono.error(problem)
                : audit.settle(id, Outcome.of(Outcome.Kind.NOT_DONE, sentence)).then(Mono.error(problem));
    }

    private Mono<T> lookedUp(Deed deed, DeedId id, DatabaseException problem, Consumer<T> later) {
        log.error("{} of \"{}\" failed in the database", deed.operation(), deed.subject(), problem);
        return look(deed, id)
                .onErrorResume(
                        DatabaseException.class,
                        again -> settled(id, Outcome.Kind.UNKNOWN)
                                .doOnSuccess(told -> goOnLooking(deed, id, later))
                                .then(Mono.error(trace.told(Fault.UNKNOWN))))
                .flatMap(made -> told(id, made)
                        .then(Mono.justOrEmpty(made))
                        .switchIfEmpty(Mono.error(() -> trace.told(Fault.NOT_STORED))));
    }

    /** Apart from whoever asked, who has been told that it is not known, until the database can be read again. */
    private void goOnLooking(Deed deed, DeedId id, Consumer<T> later) {
        look(deed, id)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SOON).maxBackoff(SELDOM))
                .flatMap(made -> told(id, made).then(Mono.justOrEmpty(made)))
                .subscribe(later, problem -> log.error("Deed {} stays open", id.value(), problem));
    }

    private Mono<Optional<T>> look(Deed deed, DeedId id) {
        return database.call(jdbc -> Optional.ofNullable(trace.made(jdbc, deed, id)));
    }

    private Mono<Void> told(DeedId id, Optional<T> made) {
        return settled(id, made.isPresent() ? Outcome.Kind.FOUND_DONE : Outcome.Kind.FOUND_NOT_DONE);
    }

    private Mono<Void> settled(DeedId id, Outcome.Kind kind) {
        return audit.settle(id, Outcome.of(kind, ""));
    }
}
