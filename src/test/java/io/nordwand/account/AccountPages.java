package io.nordwand.account;

import io.nordwand.audit.Actor;
import io.nordwand.audit.FakeAudit;
import io.nordwand.web.Browser;
import io.nordwand.web.Role;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the tests of the pages do with accounts: they share one program, so each makes its own. */
@TestComponent
class AccountPages {

    final Accounts accounts;
    final Changes changes;
    final FakeAudit audit;

    AccountPages(Accounts accounts, Changes changes, FakeAudit audit) {
        this.accounts = accounts;
        this.changes = changes;
        this.audit = audit;
    }

    /** An account that nobody else has, with {@link Rig#PASSWORD}, which need not be changed. */
    Account make(Role role) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        String hash = String.valueOf(Passwords.encoder().encode(Rig.PASSWORD));
        return Rig.now(changes.add(Actor.NORDWAND, name, role, hash, false));
    }

    Account now(Account account) {
        return accounts.current().named(account.name()).orElseThrow();
    }

    void change(Wish wish) {
        Rig.now(changes.change(Rig.ANNA, wish));
    }

    static Browser signIn(WebTestClient client, Account account) {
        Browser browser = new Browser(client);
        Browser.Answer in = enter(browser, account.name(), Rig.PASSWORD);
        if (in.status() != 303) {
            throw new AssertionError("Sign-in answered " + in.status());
        }
        browser.page("/account");
        return browser;
    }

    static Browser.Answer enter(Browser browser, String name, String password) {
        browser.page("/login");
        return browser.post("/login", "username", name, "password", password);
    }
}
