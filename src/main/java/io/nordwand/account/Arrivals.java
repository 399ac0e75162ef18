package io.nordwand.account;

import io.nordwand.database.Database;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes down sign-ins, and makes a hash anew whose method is not the newest, since only then the password is known.
 * Nobody waits for it: a database in trouble keeps no one from signing in.
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final Accounts accounts;
    private final Database database;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Arrivals(Accounts accounts, Database database, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Somebody signed in with this password. */
    void note(Account account, String password) {
        if (!account.demo()) {
            at(account, clock.instant())
                    .then(passwords.upgradeEncoding(account.hash()) ? encoded(account, password) : Mono.empty())
                    .subscribe(
                            done -> {},
                            problem -> log.warn(
                                    "The sign-in of \"{}\" could not be taken down: {}",
                                    account.name(),
                                    problem.getMessage()));
        }
    }

    private Mono<Integer> at(Account account, Instant at) {
        accounts.change(roster -> {
            Account now = roster.numbered(account.id());
            return now == null ? roster : roster.with(now.signedIn(at));
        });
        return database.call(jdbc -> AccountTable.signedIn(jdbc, account.id(), at));
    }

    private Mono<Integer> encoded(Account account, String password) {
        return Mono.fromCallable(() -> String.valueOf(passwords.encode(password)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(hash -> database.call(jdbc -> AccountTable.encodedAs(jdbc, account, hash))
                        .filter(rows -> rows > 0)
                        .doOnNext(rows -> accounts.change(roster -> {
                            Account now = roster.numbered(account.id());
                            return now == null || !now.hash().equals(account.hash())
                                    ? roster
                                    : roster.with(now.encodedAs(hash));
                        })));
    }
}
