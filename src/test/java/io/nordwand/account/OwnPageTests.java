package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.web.Browser;
import io.nordwand.web.Role;
import io.nordwand.web.WebTestConfiguration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Everybody's own account. */
@SpringBootTest(
        classes = {WebTestConfiguration.class, AccountPages.class},
        properties = "nordwand.web.zone=UTC")
@AutoConfigureWebTestClient(timeout = "60s")
class OwnPageTests {

    private static final String NEW = "another one of mine";

    @Autowired
    private WebTestClient client;

    @Autowired
    private AccountPages pages;

    @AfterEach
    void auditWorks() {
        pages.audit.refuse(false);
    }

    @Test
    void everybodySeesWhoTheyAre() {
        Account lena = pages.make(Role.VIEWER);
        Document page = AccountPages.signIn(client, lena).page("/account");

        assertThat(page.select("main dl").text()).contains(lena.name(), "Viewer", "look");
        assertThat(page.select("main input[type=password]").eachAttr("autocomplete"))
                .containsExactly("current-password", "new-password", "new-password");
        assertThat(page.select(".side .me a[href=/account]")).hasSize(1);
    }

    @Test
    void accountsOfTheSimulatedFarmHaveNoForm() {
        Browser operator = new Browser(client).signIn("operator");
        Document page = operator.page("/account");

        assertThat(page.select("main").text()).contains("belongs to the simulated farm");
        assertThat(page.select("main form")).isEmpty();
        assertThat(operator.post("/account/password", "current", "operator", "wanted", NEW, "again", NEW)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void somebodySignedOutIsLedToSignIn() {
        assertThat(new Browser(client).get("/account", "Accept", "text/html").location())
                .isEqualTo("/login?next=%2Faccount");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,                    another one of mine,  another one of mine,   password-wrong",
        "snow on the north face,   another one of mine,  another one of mind,   password-repeat",
        "snow on the north face,   snow on the north face, snow on the north face, password-same",
        "snow on the north face,   short,                short,                 password-short",
        "snow on the north face,   Password-1234,        Password-1234,         password-common",
    })
    void aPasswordThatCannotBeTakenIsRefusedWithAReason(String current, String wanted, String again, String refusal) {
        Account lena = pages.make(Role.VIEWER);
        Browser browser = AccountPages.signIn(client, lena);
        Browser.Answer answer = browser.post("/account/password", "current", current, "wanted", wanted, "again", again);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("main [role=alert]").attr("data-refusal"))
                .isEqualTo(refusal);
        assertThat(answer.page().select("main input[type=password]").eachAttr("value"))
                .allMatch(String::isEmpty);
        assertThat(pages.now(lena).version()).isEqualTo(1);
    }

    @Test
    void guessesOfTheCurrentPasswordAreSlowedAsAtSignIn() {
        Browser browser = AccountPages.signIn(client, pages.make(Role.VIEWER));
        for (int i = 0; i < 5; i++) {
            browser.post("/account/password", "current", "wrong", "wanted", NEW, "again", NEW);
        }
        Browser.Answer answer = browser.post("/account/password", "current", Rig.PASSWORD, "wanted", NEW, "again", NEW);

        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void theAuditLogHasTheChangeWithoutAnyPassword() {
        Account lena = pages.make(Role.VIEWER);
        Browser browser = AccountPages.signIn(client, lena);
        browser.post("/account/password", "current", Rig.PASSWORD, "wanted", NEW, "again", NEW);

        List<Deed> deeds = pages.audit.deeds();
        Deed last = deeds.get(deeds.size() - 1);
        assertThat(last.operation()).isEqualTo("account.password");
        assertThat(last.actor().name()).isEqualTo(lena.name());
        assertThat(pages.audit.entries().toString()).doesNotContain(NEW);
    }

    @Test
    void withoutTheAuditLogThePasswordStays() {
        Account lena = pages.make(Role.VIEWER);
        Browser browser = AccountPages.signIn(client, lena);
        pages.audit.refuse(true);

        assertThat(browser.post("/account/password", "current", Rig.PASSWORD, "wanted", NEW, "again", NEW)
                        .status())
                .isEqualTo(503);
        assertThat(pages.now(lena).hash()).isEqualTo(lena.hash());
    }

    @Test
    void afterTheFirstChangeNobodyIsLedElsewhere() {
        Account lena = pages.make(Role.VIEWER);
        pages.change(new Wish(Change.RESET, lena.id(), 1, null, Rig.PASSWORD + "!"));
        Browser browser = new Browser(client);
        AccountPages.enter(browser, lena.name(), Rig.PASSWORD + "!");
        browser.page("/account");

        assertThat(browser.post(
                                "/account/password",
                                "current",
                                Rig.PASSWORD + "!",
                                "wanted",
                                NEW,
                                "again",
                                NEW,
                                "next",
                                "//evil.example")
                        .location())
                .isEqualTo("/");
    }
}
