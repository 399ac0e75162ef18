package io.nordwand.account;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.database.Database;
import io.nordwand.web.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Changes accounts, each change in one transaction that looks again at what it rests on, taken down in the audit log
 * before and after. All methods end in the account as it is now, or in a {@link RefusedException}.
 */
@Component
class Changes {

    private final Accounts accounts;
    private final Database database;
    private final PasswordEncoder passwords;
    private final Witness witness;
    private final Clock clock;

    Changes(Accounts accounts, Database database, PasswordEncoder passwords, Witness witness, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.passwords = passwords;
        this.witness = witness;
        this.clock = clock;
    }

    /** Adds an account whose password, made by somebody else, has to be changed at the first sign-in. */
    Mono<Account> add(Actor actor, String name, Role role, String password) {
        return accounts.current().named(name).isPresent()
                ? refused(Refusal.NAME_TAKEN)
                : hashed(password).flatMap(hash -> add(actor, name, role, hash, true));
    }

    /** Adds an account whose password is already encoded. */
    Mono<Account> add(Actor actor, String name, Role role, String hash, boolean mustChange) {
        Account made = new Account(
                0,
                name,
                role,
                hash,
                true,
                mustChange,
                1,
                1,
                new Account.Mark(clock.instant(), actor.name()),
                null,
                null);
        return done(
                deed(actor, "account.add", name, "→ " + role.key()),
                (jdbc, deed) -> AccountTable.insert(jdbc, made, deed));
    }

    /** Changes an account as an administrator. */
    Mono<Account> change(Actor actor, Wish wish) {
        Account seen = accounts.current().numbered(wish.id());
        Refusal at = seen == null ? Refusal.CHANGED : against(wish, seen);
        return seen == null || at != null
                ? refused(at == null ? Refusal.CHANGED : at)
                : hashed(wish.password())
                        .flatMap(hash -> done(
                                deed(actor, "account." + wish.change().key(), seen.name(), words(wish, seen)),
                                (jdbc, deed) -> edited(
                                        jdbc,
                                        deed,
                                        actor,
                                        wish.id(),
                                        before -> before.version() == wish.version(),
                                        before -> wish.appliedTo(before, hash))));
    }

    /** Changes the password of whoever asks; their other sessions end, and so does this one unless it is renewed. */
    Mono<Account> password(Actor actor, Account own, String password) {
        return own.demo()
                ? refused(Refusal.DEMO)
                : hashed(password)
                        .flatMap(hash -> done(
                                deed(actor, "account.password", own.name(), ""),
                                (jdbc, deed) -> edited(
                                        jdbc,
                                        deed,
                                        actor,
                                        own.id(),
                                        before -> before.epoch() == own.epoch(),
                                        before -> before.withHash(hash, false))));
    }

    /** Makes somebody an administrator with this password who is let in, whatever they were: the way back in. */
    Mono<Account> rescue(Actor actor, Account lost, String password) {
        return hashed(password)
                .flatMap(hash -> done(
                        deed(actor, "account.reset", lost.name(), words(lost) + " → " + Role.ADMIN.key()),
                        (jdbc, deed) -> edited(
                                jdbc,
                                deed,
                                actor,
                                lost.id(),
                                before -> true,
                                before -> before.withHash(hash, true)
                                        .withRole(Role.ADMIN)
                                        .withEnabled(true))));
    }

    private @Nullable Refusal against(Wish wish, Account seen) {
        if (seen.demo()) {
            return Refusal.DEMO;
        }
        if (seen.version() != wish.version()) {
            return Refusal.CHANGED;
        }
        boolean last = wish.lowers(seen) && seen.rules() && !accounts.current().hasAnotherRuler(seen.id());
        return last ? Refusal.LAST_ADMIN : null;
    }

    private Account edited(
            JdbcClient jdbc,
            DeedId deed,
            Actor actor,
            long id,
            Predicate<Account> unchanged,
            Function<Account, Account> edit) {
        List<Long> rulers = AccountTable.heldRulers(jdbc);
        Account before = AccountTable.held(jdbc, id);
        if (before == null || !unchanged.test(before)) {
            throw new RefusedException(Refusal.CHANGED);
        }
        Account.Mark mark = new Account.Mark(clock.instant(), actor.name());
        Account after = edit.apply(before).changedBy(mark);
        if (before.rules() && !after.rules() && rulers.size() < 2) {
            throw new RefusedException(Refusal.LAST_ADMIN);
        }
        AccountTable.update(jdbc, after, mark, deed);
        return after;
    }

    /** Goes on to its end even when the browser that asked has left. */
    private Mono<Account> done(Deed deed, BiFunction<JdbcClient, DeedId, Account> work) {
        return Mono.defer(() -> Mono.fromFuture(
                witness.watch(deed, id -> database.call(jdbc -> work.apply(jdbc, id)), accounts::replace)
                        .doOnNext(accounts::replace)
                        .toFuture(),
                true));
    }

    private Mono<String> hashed(@Nullable String password) {
        return password == null
                ? Mono.just("")
                : Mono.fromCallable(() -> String.valueOf(passwords.encode(password)))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    private static Deed deed(Actor actor, String operation, String name, String seen) {
        String action = UUID.randomUUID().toString();
        return new Deed(action, actor, operation, null, "", null, name, null, seen);
    }

    private static String words(Wish wish, Account seen) {
        Role role = wish.role();
        return role == null ? words(seen) : words(seen) + " → " + role.key();
    }

    private static String words(Account seen) {
        return seen.role().key() + (seen.enabled() ? "" : ", disabled");
    }

    private static <T> Mono<T> refused(Refusal refusal) {
        return Mono.error(() -> new RefusedException(refusal));
    }
}
