package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.web.Browser;
import io.nordwand.web.Role;
import io.nordwand.web.WebTestConfiguration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The administrators' pages of accounts, in a simulated farm. */
@SpringBootTest(
        classes = {WebTestConfiguration.class, AccountPages.class},
        properties = "nordwand.web.zone=UTC")
@AutoConfigureWebTestClient(timeout = "60s")
class UsersPageTests {

    private static final String USERS = "/admin/users";

    @Autowired
    private WebTestClient client;

    @Autowired
    private AccountPages pages;

    private Browser admin;

    @BeforeEach
    void signIn() {
        admin = new Browser(client).signIn("admin");
        admin.page(USERS);
    }

    @AfterEach
    void auditWorks() {
        pages.audit.refuse(false);
    }

    @Test
    void theListShowsWhoThereIs() {
        Account lena = pages.make(Role.OPERATOR);
        AccountPages.signIn(client, lena);
        Document page = admin.page(USERS);

        Element row = page.expectFirst("#user-" + lena.id());
        assertThat(row.text()).contains(lena.name(), "Operator", "Active", "14:32", "by Nordwand");
        assertThat(row.select("a").eachAttr("href"))
                .containsExactly(at(lena, "role"), at(lena, "reset"), at(lena, "disable"));
        assertThat(page.select("tr[data-role=admin]:contains(simulated farm) a"))
                .isEmpty();
        assertThat(page.select(".side a[href=/admin][aria-current=page]")).hasSize(1);
        assertThat(page.select(".subnav a[aria-current=page]").attr("href")).isEqualTo(USERS);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.html()).doesNotContain("bcrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {USERS, USERS + "/new", USERS + "/1/role", "/admin"})
    void nobodyElseSeesThem(String path) {
        for (String name : List.of("viewer", "operator")) {
            Browser other = new Browser(client).signIn(name);
            assertThat(other.get(path, "Accept", "text/html").status()).isEqualTo(403);
            assertThat(other.page("/account").select("a[href^=/admin]")).isEmpty();
        }
        assertThat(new Browser(client).get(path, "Accept", "text/html").location())
                .startsWith("/login");
    }

    @Test
    void nobodyElseHearsOfChanges() {
        Browser other = new Browser(client).signIn("operator");

        assertThat(other.get(USERS + "/events", "Accept", "text/event-stream").status())
                .isEqualTo(403);
        assertThat(new Browser(client)
                        .get(USERS + "/events", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodyElseChangesAnything() {
        Account lena = pages.make(Role.OPERATOR);
        Browser operator = new Browser(client).signIn("operator");
        operator.page("/account");

        assertThat(operator.post(at(lena, "disable"), "version", "1").status()).isEqualTo(403);
        assertThat(operator.post(USERS, "name", "x1", "role", "admin", "how", "made")
                        .status())
                .isEqualTo(403);
        assertThat(pages.now(lena).enabled()).isTrue();
    }

    @Test
    void aNewAccountGetsAPasswordThatIsShownOnceAndHasToBeChanged() {
        String name = name();
        Browser.Answer added = admin.post(USERS, "name", name, "role", "operator", "how", "made");
        assertThat(added.status()).isEqualTo(303);
        assertThat(added.location()).isEqualTo(USERS);

        Document page = admin.page(USERS);
        String password = page.select("#made-password").text();
        assertThat(password).matches("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
        assertThat(page.select("[data-told=added]").text()).contains(name + " can sign in now", "shown only now");
        assertThat(admin.page(USERS).select("#made-password, [data-told]")).isEmpty();

        Browser lena = new Browser(client);
        assertThat(AccountPages.enter(lena, name, password).status()).isEqualTo(303);
        assertThat(lena.get("/fleet", "Accept", "text/html").location()).isEqualTo("/account?next=%2Ffleet");
        assertThat(lena.get("/fleet/events", "Accept", "text/event-stream").status())
                .isEqualTo(403);
        assertThat(lena.post("/printers/1/clear").location()).isEqualTo("/account");
        Document own = lena.page("/account?next=%2Ffleet");
        assertThat(own.select("[data-told=first]").text()).contains("Choose a password of your own");
        Browser.Answer changed = lena.post(
                "/account/password",
                "current",
                password,
                "wanted",
                Rig.PASSWORD,
                "again",
                Rig.PASSWORD,
                "next",
                own.select("form.own__form input[name=next]").val());
        assertThat(changed.status()).isEqualTo(303);
        assertThat(changed.location()).isEqualTo("/fleet");
        assertThat(lena.get("/account", "Accept", "text/html").status()).isEqualTo(200);
        assertThat(pages.accounts.current().named(name).orElseThrow().mustChange())
                .isFalse();
    }

    @Test
    void theAuditLogSaysWhoAddedWhom() {
        String name = name();
        admin.post(USERS, "name", name, "role", "viewer", "how", "own", "password", Rig.PASSWORD);

        Deed last = last();
        assertThat(last.operation()).isEqualTo("account.add");
        assertThat(last.subject()).isEqualTo(name);
        assertThat(last.actor().name()).isEqualTo("admin");
        assertThat(last.actor().role()).isEqualTo("admin");
        assertThat(admin.page(USERS).select("#made-password")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',            operator, made, '',                    name-invalid,    422",
        "<b>,           operator, made, '',                    name-invalid,    422",
        "a b,           operator, made, '',                    name-invalid,    422",
        "Nordwand,      operator, made, '',                    name-invalid,    422",
        "Operator,      operator, made, '',                    name-taken,      409",
        "new-one,       operator, own,  short,                 password-short,  422",
        "new-one-two,   operator, own,  new-one-two1,          password-name,   422",
        "new-one,       operator, own,  Password-1234,         password-common, 422",
        "new-one,       operator, own,  aaaaaaaaaaaaaaaa,      password-common, 422",
    })
    void whatCannotBeAddedIsAskedAgainWithAReason(
            String name, String role, String how, String password, String refusal, int status) {
        Browser.Answer answer = admin.post(USERS, "name", name, "role", role, "how", how, "password", password);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.page().select("[role=alert]").attr("data-refusal")).isEqualTo(refusal);
        assertThat(answer.page().select("input[name=name]").val()).isEqualTo(name);
        assertThat(answer.page().select("input[name=role][checked]").val()).isEqualTo("operator");
        assertThat(answer.page().select("input[type=password]").val()).isEmpty();
        assertThat(pages.accounts.current().named("new-one")).isEmpty();
    }

    @Test
    void theQuestionsAreDialogsForHtmxAndPagesForEverybodyElse() {
        Account lena = pages.make(Role.OPERATOR);
        for (String path : List.of(USERS + "/new", at(lena, "role"), at(lena, "disable"), at(lena, "reset"))) {
            Browser.Answer dialog = admin.get(path, "HX-Request", "true", "HX-Request-Type", "partial");
            assertThat(dialog.page().select("head title, .side")).isEmpty();
            assertThat(dialog.page().select("dialog[data-modal] form[method=post] input[name=_csrf]"))
                    .hasSize(1);
            Document page = admin.page(path);
            assertThat(page.select(".side")).hasSize(1);
            assertThat(page.select("dialog[open] form[method=post] input[name=_csrf]"))
                    .hasSize(1);
            assertThat(page.select("dialog .dialog__foot [autofocus]:not(button), dialog input[autofocus]"))
                    .as("the focus is on what does no harm")
                    .hasSize(1);
        }
    }

    @Test
    void roleStateAndPasswordAreChanged() {
        Account lena = pages.make(Role.OPERATOR);
        assertThat(post(lena, "role", 1, "role", "viewer").location()).isEqualTo(USERS);
        assertThat(admin.page(USERS).select("[data-told=role]").text()).contains(lena.name() + " has a new role");
        assertThat(last().seen()).isEqualTo("operator → viewer");
        assertThat(post(lena, "disable", 2).status()).isEqualTo(303);
        assertThat(admin.page(USERS).select("#user-" + lena.id()).text()).contains("Disabled", "Enable…", "by admin");
        assertThat(post(lena, "enable", 3).status()).isEqualTo(303);
        assertThat(post(lena, "reset", 4, "how", "made").status()).isEqualTo(303);
        String password = admin.page(USERS).select("#made-password").text();

        assertThat(AccountPages.enter(new Browser(client), lena.name(), Rig.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(AccountPages.enter(new Browser(client), lena.name(), password)
                        .status())
                .isEqualTo(303);
        assertThat(pages.now(lena).mustChange()).isTrue();
    }

    @Test
    void aDisabledAccountIsToldSoOnlyWhenThePasswordIsRight() {
        Account lena = pages.make(Role.OPERATOR);
        post(lena, "disable", 1);

        Browser.Answer right = AccountPages.enter(new Browser(client), lena.name(), Rig.PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.page().select("[data-state]").attr("data-state")).isEqualTo("disabled");
        Browser.Answer wrong = AccountPages.enter(new Browser(client), lena.name(), "wrong");
        assertThat(wrong.page().select("[data-state]").attr("data-state")).isEqualTo("wrong");
    }

    @Test
    void aChangeBySomebodyElseIsShownBesideOnesOwn() {
        Account lena = pages.make(Role.OPERATOR);
        pages.change(new Wish(Change.ROLE, lena.id(), 1, Role.ADMIN, null));
        Browser.Answer answer = post(lena, "role", 1, "role", "viewer");

        assertThat(answer.status()).isEqualTo(409);
        Document page = answer.page();
        assertThat(page.select("[data-refusal=changed]").text())
                .contains(lena.name() + " was changed while you were deciding", "Changed by anna at 14:32")
                .contains("Nothing of yours was carried out");
        assertThat(page.select("#wanted-role").text()).isEqualTo("Viewer");
        assertThat(page.select("#now-role").text()).isEqualTo("Administrator");
        assertThat(pages.now(lena).role()).isEqualTo(Role.ADMIN);

        String again = page.select(".dialog__foot .btn--primary").attr("href");
        Document question = admin.page(again);
        assertThat(question.select("input[name=role][checked]").val()).isEqualTo("viewer");
        assertThat(post(lena, "role", 2, "role", "viewer").status()).isEqualTo(303);
        assertThat(pages.now(lena).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aConflictOfAPasswordSaysSoWithoutRepeatingIt() {
        Account lena = pages.make(Role.OPERATOR);
        pages.change(Wish.of(Change.DISABLE, lena.id(), 1));
        Browser.Answer answer = post(lena, "reset", 1, "how", "own", "password", Rig.PASSWORD + "!");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("#wanted-password").text()).isEqualTo("a new password");
        assertThat(answer.page().select("#wanted-role").text()).isEqualTo("as it was");
        assertThat(answer.page().select("#now-state").text()).isEqualTo("Disabled");
        assertThat(answer.body()).doesNotContain(Rig.PASSWORD);
    }

    @Test
    void whatSomebodyElseDidJustTheSameIsNoConflict() {
        Account lena = pages.make(Role.OPERATOR);
        pages.change(Wish.of(Change.DISABLE, lena.id(), 1));

        assertThat(post(lena, "disable", 1).location()).isEqualTo(USERS);
        assertThat(admin.page(USERS).select("[data-told=already]").text()).contains("was already so");
        assertThat(pages.now(lena).version()).isEqualTo(2);
    }

    @Test
    void theLastAdministratorIsNeitherDisabledNorLowered() {
        Account last = pages.make(Role.ADMIN);
        pages.accounts.current().list().stream()
                .filter(account -> account.rules() && !account.demo() && account.id() != last.id())
                .forEach(account -> pages.change(Wish.of(Change.DISABLE, account.id(), account.version())));

        assertThat(admin.page(at(last, "disable")).select("dialog").text()).contains("No other stored account can run");
        assertThat(admin.page(at(last, "disable")).select("dialog [type=submit]"))
                .isEmpty();
        for (String change : List.of("disable", "role")) {
            Browser.Answer answer = post(last, change, 1, "role", "viewer");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.page().select("[role=alert]").attr("data-refusal"))
                    .isEqualTo("last-admin");
        }
        assertThat(pages.now(last).rules()).isTrue();
    }

    @Test
    void nobodyShutsThemselfOutByAccident() {
        pages.make(Role.ADMIN);
        Account self = pages.make(Role.ADMIN);
        Browser own = AccountPages.signIn(client, self);
        Document page = own.page(at(self, "disable"));
        assertThat(page.select("label:has(input[name=sure][required])").text())
                .contains("my own account", "signs me out");

        assertThat(own.post(at(self, "disable"), "version", "1")
                        .page()
                        .select("[role=alert]")
                        .attr("data-refusal"))
                .isEqualTo("unconfirmed");
        assertThat(own.post(at(self, "role"), "version", "1", "role", "viewer").status())
                .isEqualTo(422);
        assertThat(pages.now(self)).isEqualTo(self.signedIn(pages.now(self).signedInAt()));
        assertThat(own.page(USERS).select("#user-" + self.id() + " a").eachAttr("href"))
                .contains("/account")
                .doesNotContain(at(self, "reset"));
        assertThat(own.post(at(self, "reset"), "version", "1", "how", "made").status())
                .isEqualTo(409);

        assertThat(own.post(at(self, "disable"), "version", "1", "sure", "yes").status())
                .isEqualTo(303);
        assertThat(pages.now(self).enabled()).isFalse();
        assertThat(own.get(USERS, "Accept", "text/html").location()).startsWith("/login");
    }

    @Test
    void withoutTheAuditLogNothingHappensAndThePageSaysSo() {
        Account lena = pages.make(Role.OPERATOR);
        pages.audit.refuse(true);
        Browser.Answer answer = post(lena, "disable", 1);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.page().select("[role=alert]").text()).contains("Nothing was changed", "audit log");
        assertThat(admin.post(USERS, "name", name(), "role", "viewer", "how", "made")
                        .status())
                .isEqualTo(503);
        assertThat(pages.now(lena).enabled()).isTrue();
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatMakesNoSenseIsRefused() {
        Account lena = pages.make(Role.OPERATOR);

        assertThat(admin.get(USERS + "/999999/role", "Accept", "text/html").status())
                .isEqualTo(404);
        assertThat(admin.get(at(lena, "delete"), "Accept", "text/html").status())
                .isEqualTo(404);
        assertThat(admin.get(USERS + "/x/role", "Accept", "text/html").status()).isEqualTo(400);
        assertThat(admin.post(at(lena, "disable")).status()).isEqualTo(400);
        assertThat(admin.post(at(lena, "role"), "version", "1", "role", "emperor")
                        .status())
                .isEqualTo(303);
        assertThat(pages.now(lena).role()).isEqualTo(Role.OPERATOR);
        Account demo = pages.accounts.current().named("viewer").orElseThrow();
        assertThat(post(demo, "disable", 0).status()).isEqualTo(409);
    }

    private Browser.Answer post(Account account, String change, long version, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = String.valueOf(version);
        System.arraycopy(fields, 0, all, 2, fields.length);
        return admin.post(at(account, change), all);
    }

    private Deed last() {
        List<Deed> deeds = pages.audit.deeds();
        return deeds.get(deeds.size() - 1);
    }

    private static String at(Account account, String change) {
        return USERS + "/" + account.id() + "/" + change;
    }

    private static String name() {
        return "n" + UUID.randomUUID().toString().substring(0, 8);
    }
}
