package io.nordwand.request;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Outcome.Kind;
import io.nordwand.database.DatabaseException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Changes the due day of what was asked for, which is ours alone: taken down in the audit log before, stored if the day is
 * still the one that was seen, and taken down after. The row names the deed, so reading tells what a lost answer was.
 */
@Component
class DueDays implements SmartInitializingSingleton {

    static final String CHANGE = "request.due";

    private static final Logger log = LoggerFactory.getLogger(DueDays.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** What came of a change. */
    enum Ending {
        /** Stored. */
        DONE,
        /** Not stored: it had another day by then, or was taken back. */
        CHANGED,
        /** Not stored, since the audit log could not be written. */
        NOT_AUDITED,
        /** Not stored, since the database failed. */
        NOT_STORED,
        /** The database failed, and nobody can tell yet whether before or after it was stored. */
        UNKNOWN
    }

    private final Wishes wishes;
    private final Audit audit;

    DueDays(Wishes wishes, Audit audit) {
        this.wishes = wishes;
        this.audit = audit;
    }

    /** Goes on to its end even when the browser that asked has left. */
    Mono<Ending> change(Actor actor, Wish wish, @Nullable LocalDate seen, @Nullable LocalDate wanted) {
        Deed deed = new Deed(
                UUID.randomUUID().toString(),
                actor,
                CHANGE,
                null,
                "",
                wish.build(),
                wish.title(),
                null,
                word(seen) + " → " + word(wanted));
        return Mono.defer(
                () -> Mono.fromFuture(changed(deed, wish, seen, wanted).toFuture(), true));
    }

    private static String word(@Nullable LocalDate day) {
        return day == null ? "no due day" : "due " + day;
    }

    private Mono<Ending> changed(Deed deed, Wish wish, @Nullable LocalDate seen, @Nullable LocalDate wanted) {
        return audit.intend(deed)
                .map(Optional::of)
                .onErrorResume(problem -> {
                    log.error(
                            "A change of a due day of \"{}\" could not be taken down before it",
                            deed.subject(),
                            problem);
                    return Mono.just(Optional.empty());
                })
                .flatMap(id ->
                        id.isPresent() ? stored(deed, id.get(), wish, seen, wanted) : Mono.just(Ending.NOT_AUDITED));
    }

    private Mono<Ending> stored(Deed deed, DeedId id, Wish wish, @Nullable LocalDate seen, @Nullable LocalDate wanted) {
        return wishes.due(wish.id(), seen, wanted, id)
                .flatMap(done -> done
                        ? settled(id, Outcome.of(Kind.DONE, ""), Ending.DONE)
                        : settled(
                                id,
                                Outcome.of(Kind.NOT_DONE, "It had another due day by then, or was withdrawn."),
                                Ending.CHANGED))
                .onErrorResume(DatabaseException.class, problem -> lookedUp(deed, id, problem));
    }

    private Mono<Ending> settled(DeedId id, Outcome outcome, Ending ending) {
        return audit.settle(id, outcome).thenReturn(ending);
    }

    private Mono<Ending> lookedUp(Deed deed, DeedId id, DatabaseException problem) {
        log.error("A change of a due day of \"{}\" failed in the database", deed.subject(), problem);
        return found(deed, id)
                .flatMap(kind ->
                        settled(id, Outcome.of(kind, ""), kind == Kind.FOUND_DONE ? Ending.DONE : Ending.NOT_STORED))
                .onErrorResume(
                        DatabaseException.class,
                        again -> settled(id, Outcome.of(Kind.UNKNOWN, ""), Ending.UNKNOWN)
                                .doOnNext(told -> goOnLooking(deed, id)));
    }

    /** Apart from whoever asked, who has been told that it is not known, until the database can be read again. */
    private void goOnLooking(Deed deed, DeedId id) {
        found(deed, id)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SOON).maxBackoff(SELDOM))
                .flatMap(kind -> audit.settle(id, Outcome.of(kind, "")))
                .subscribe(done -> {}, problem -> log.error("Deed {} stays open", id.value(), problem));
    }

    /** A later change hides an earlier one. */
    private Mono<Kind> found(Deed deed, DeedId id) {
        return deed.build() == null
                ? Mono.just(Kind.CANT_TELL)
                : wishes.dueDeed(deed.build(), id)
                        .map(first -> first.equals(id) ? Kind.FOUND_DONE : Kind.CANT_TELL)
                        .defaultIfEmpty(Kind.FOUND_NOT_DONE);
    }

    /** Finds out what became of the changes that were under way when the program ended, before anybody else looks. */
    @Override
    public void afterSingletonsInstantiated() {
        audit.open()
                .flatMapMany(Flux::fromIterable)
                .filter(open -> open.deed().operation().equals(CHANGE))
                .concatMap(this::lookBack)
                .then()
                .onErrorResume(problem -> {
                    log.error("What became of changes of due days was not found out", problem);
                    return Mono.empty();
                })
                .toFuture()
                .join();
    }

    private Mono<Void> lookBack(OpenDeed open) {
        return found(open.deed(), open.id()).flatMap(kind -> audit.settle(open.id(), Outcome.of(kind, "")));
    }
}
