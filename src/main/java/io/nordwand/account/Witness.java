package io.nordwand.account;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes changes of accounts down in the audit log. Each account's row names the deed that made it what it is, so that
 * after a lost answer, or a crash between the change and its outcome, reading tells whether it was done.
 */
@Component
class Witness {

    private static final Logger log = LoggerFactory.getLogger(Witness.class);
    private static final String OURS = "account.";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Audit audit;
    private final Database database;
    private final MessageSource messages;

    Witness(Audit audit, Database database, MessageSource messages) {
        this.audit = audit;
        this.database = database;
        this.messages = messages;
    }

    /**
     * Does the work after the intent is stored, and only then; ends as the work does.
     *
     * @param later is told of a change of which it was only found out after the end that it was stored
     */
    Mono<Account> watch(Deed deed, Function<DeedId, Mono<Account>> work, Consumer<Account> later) {
        return audit.intend(deed)
                .onErrorMap(problem -> {
                    log.error(
                            "A change of the account \"{}\" could not be taken down before it",
                            deed.subject(),
                            problem);
                    return new RefusedException(Refusal.NOT_AUDITED);
                })
                .flatMap(id -> work.apply(id)
                        .flatMap(account -> settled(id, Outcome.Kind.DONE).thenReturn(account))
                        .onErrorResume(
                                RefusedException.class,
                                refused -> audit.settle(id, Outcome.of(Outcome.Kind.NOT_DONE, title(refused.refusal())))
                                        .then(Mono.error(refused)))
                        .onErrorResume(DatabaseException.class, problem -> lookedUp(deed, id, problem, later)));
    }

    /** Finds out what became of the changes that were under way when the program ended. */
    Mono<Void> lookBack() {
        return audit.open()
                .flatMapMany(Flux::fromIterable)
                .filter(open -> open.deed().operation().startsWith(OURS))
                .concatMap(open -> database.call(jdbc -> Optional.ofNullable(
                                AccountTable.lastDeed(jdbc, open.deed().subject())))
                        .flatMap(last -> settled(open.id(), found(open, last))))
                .then();
    }

    private Mono<Account> lookedUp(Deed deed, DeedId id, DatabaseException problem, Consumer<Account> later) {
        log.error("A change of the account \"{}\" failed in the database", deed.subject(), problem);
        return look(deed, id)
                .onErrorResume(
                        DatabaseException.class,
                        again -> settled(id, Outcome.Kind.UNKNOWN)
                                .doOnSuccess(told -> goOnLooking(deed, id, later))
                                .then(Mono.error(new RefusedException(Refusal.UNKNOWN))))
                .flatMap(made -> told(id, made)
                        .then(Mono.justOrEmpty(made))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.NOT_STORED))));
    }

    /** Apart from whoever asked, who has been told that it is not known, until the database can be read again. */
    private void goOnLooking(Deed deed, DeedId id, Consumer<Account> later) {
        look(deed, id)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SOON).maxBackoff(SELDOM))
                .flatMap(made -> told(id, made).then(Mono.justOrEmpty(made)))
                .subscribe(later, problem -> log.error("Deed {} stays open", id.value(), problem));
    }

    private Mono<Optional<Account>> look(Deed deed, DeedId id) {
        return database.call(jdbc -> Optional.ofNullable(AccountTable.madeBy(jdbc, deed.subject(), id)));
    }

    private Mono<Void> told(DeedId id, Optional<Account> made) {
        return settled(id, made.isPresent() ? Outcome.Kind.FOUND_DONE : Outcome.Kind.FOUND_NOT_DONE);
    }

    /** A later deed at the same account hides what an earlier one did. */
    private static Outcome.Kind found(OpenDeed open, Optional<Long> last) {
        long deed = open.id().value();
        return last.filter(id -> id == deed).isPresent()
                ? Outcome.Kind.FOUND_DONE
                : last.filter(id -> id > deed).isPresent() ? Outcome.Kind.CANT_TELL : Outcome.Kind.FOUND_NOT_DONE;
    }

    private String title(Refusal refusal) {
        return messages.getMessage("account.refusal." + refusal.key() + ".title", null, Locale.ENGLISH);
    }

    private Mono<Void> settled(DeedId id, Outcome.Kind kind) {
        return audit.settle(id, Outcome.of(kind, ""));
    }
}
