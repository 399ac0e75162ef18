package io.nordwand.account;

import io.nordwand.audit.Actor;
import io.nordwand.web.Role;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sees to it at each start, before anybody is served, that somebody can sign in. What is stored counts: the
 * configuration only adds accounts that are missing. Runs on the thread that starts the program and may wait.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
    private static final String ADMIN = "admin";
    private static final int LONGEST_NAME = 64;

    private final AccountProperties properties;
    private final Accounts accounts;
    private final Changes changes;
    private final Witness witness;
    private final PasswordEncoder passwords;

    FirstAccounts(
            AccountProperties properties,
            Accounts accounts,
            Changes changes,
            Witness witness,
            PasswordEncoder passwords) {
        this.properties = properties;
        this.accounts = accounts;
        this.changes = changes;
        this.witness = witness;
        this.passwords = passwords;
    }

    @Override
    public void afterSingletonsInstantiated() {
        properties.users().forEach(FirstAccounts::check);
        try {
            witness.lookBack().toFuture().join();
        } catch (CompletionException problem) {
            log.warn("What became of earlier changes of accounts could not be found out", problem.getCause());
        }
        properties.users().forEach((name, user) -> {
            if (stored(name).isEmpty()) {
                await(changes.add(Actor.NORDWAND, name, user.role(), user.password(), false));
            }
        });
        String admin = properties.adminPassword();
        if (admin != null && !admin.isBlank()) {
            configured(admin);
        }
        String rescue = properties.rescue();
        if (rescue != null && !rescue.isBlank()) {
            rescue(rescue.strip());
        } else if (accounts.current().list().stream().noneMatch(Account::rules)) {
            made();
        }
    }

    private void configured(String admin) {
        Account there = stored(ADMIN).orElse(null);
        boolean hash = Passwords.isHash(admin);
        if (there == null) {
            if (!hash && admin.length() > PasswordRules.LONGEST) {
                throw new IllegalStateException(
                        "nordwand.account.admin-password is longer than 512 characters: choose a shorter one.");
            }
            String encoded = hash ? admin : String.valueOf(passwords.encode(admin));
            await(changes.add(Actor.NORDWAND, ADMIN, Role.ADMIN, encoded, false));
        } else if (hash ? !admin.equals(there.hash()) : !passwords.matches(admin, there.hash())) {
            log.info(
                    "The account \"{}\" has its own password by now; nordwand.account.admin-password is not used any more.",
                    ADMIN);
        }
    }

    private void made() {
        String password = Passwords.random();
        withPassword(ADMIN, password);
        log.warn(
                "No administrator is set up. Sign in as \"{}\" with \"{}\" and choose a password of your own; this one is "
                        + "not shown again.",
                ADMIN,
                password);
    }

    private void rescue(String name) {
        String password = Passwords.random();
        withPassword(name, password);
        log.warn(
                "Rescue: \"{}\" is an administrator and signs in with \"{}\". Remove nordwand.account.rescue now, or the "
                        + "next start makes a new password again.",
                name,
                password);
    }

    private void withPassword(String name, String password) {
        await(stored(name)
                .map(lost -> changes.rescue(Actor.NORDWAND, lost, password))
                .orElseGet(() -> changes.add(
                        Actor.NORDWAND, name, Role.ADMIN, String.valueOf(passwords.encode(password)), true)));
    }

    private Optional<Account> stored(String name) {
        return accounts.current().named(name).filter(account -> !account.demo());
    }

    private static void await(Mono<?> change) {
        try {
            change.toFuture().join();
        } catch (CompletionException problem) {
            throw new IllegalStateException(
                    "The first accounts could not be stored, so nobody could sign in. The cause is further up in this log.",
                    problem.getCause());
        }
    }

    private static void check(String name, AccountProperties.User user) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalStateException(
                    "nordwand.account.users has a name that is blank or longer than 64 characters.");
        }
        if (!Passwords.isHash(user.password())) {
            throw new IllegalStateException("nordwand.account.users." + name
                    + ".password is not a hash. Write {bcrypt} and a bcrypt hash of the password behind it, as made by "
                    + "\"htpasswd -nbBC 10 user password\"; plain passwords are not accepted here.");
        }
    }
}
