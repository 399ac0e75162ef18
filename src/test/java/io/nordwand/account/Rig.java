package io.nordwand.account;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.FakeAudit;
import io.nordwand.database.Database;
import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import io.nordwand.web.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;

/** Accounts over a database, without pages. */
final class Rig {

    static final Actor ANNA = new Actor("anna", "admin", "10.0.0.1");

    /** Long enough, and in no list. */
    static final String PASSWORD = "snow on the north face";

    final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    final PasswordEncoder passwords = Passwords.encoder();
    final FakeAudit audit = new FakeAudit(clock);
    final Database database;
    final Accounts accounts;
    final Changes changes;
    final Brake brake = new Brake(settings(null, Map.of(), null), clock);
    private final Witness witness;

    Rig(Database database) {
        this(database, false);
    }

    Rig(Database database, boolean simulated) {
        this.database = database;
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("access", new EigerAccess(URI.create("http://127.0.0.1"), "a", "s", simulated));
        this.accounts = new Accounts(database, passwords, beans.getBeanProvider(EigerAccess.class), clock);
        this.witness = witness(audit);
        this.changes = new Changes(accounts, database, passwords, witness, clock);
    }

    Witness witness(Audit told) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new Witness(told, database, messages);
    }

    /** Does what the program does at each start. */
    Rig start(@Nullable String admin, Map<String, AccountProperties.User> users, @Nullable String rescue) {
        new FirstAccounts(settings(admin, users, rescue), accounts, changes, witness, passwords)
                .afterSingletonsInstantiated();
        return this;
    }

    /** The same, some time later, with what was stored until then. */
    Rig again() {
        return new Rig(database);
    }

    Account add(String name, Role role) {
        return now(changes.add(ANNA, name, role, PASSWORD));
    }

    Account change(Wish wish) {
        return now(changes.change(ANNA, wish));
    }

    Account named(String name) {
        return accounts.current().named(name).orElseThrow();
    }

    boolean matches(String name, String password) {
        return passwords.matches(password, named(name).hash());
    }

    SignIn signIn() {
        return new SignIn(accounts, passwords, brake, new Arrivals(accounts, database, passwords, clock));
    }

    static <T> T now(Mono<T> change) {
        return change.toFuture().join();
    }

    static AccountProperties settings(
            @Nullable String admin, Map<String, AccountProperties.User> users, @Nullable String rescue) {
        return new AccountProperties(admin, users, rescue, 5, Duration.ofMinutes(5));
    }
}
