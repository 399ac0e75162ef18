package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
class AccessTests {

    private static final String PERSON = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired
    private WebTestClient client;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(client);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer,/fleet,200", "viewer,/sample/admin,403", "operator,/sample/admin,403", "admin,/sample/admin,200",
        "admin,/sample/undeclared,403", "viewer,/sample/open,200", "viewer,/nowhere,404", "viewer,/actuator/health,403",
        "admin,/actuator/health,200", "admin,/actuator/env,404", "viewer,/,303"
    })
    void aRouteIsOpenToTheRoleThatItDeclaresAndUpwards(String name, String path, int status) {
        assertThat(browser.signIn(name).get(path, "Accept", PERSON).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/sample/open,200",
        "/actuator/health/liveness,200",
        "/actuator/health/readiness,200",
        "/fleet,302",
        "/nowhere,302",
        "/sample/undeclared,302",
        "/actuator/health,302",
        "/actuator,302",
        "/,302",
        "/assets/none.js,404"
    })
    void somebodySignedOutReachesOnlyWhatIsOpen(String path, int status) {
        assertThat(browser.get(path, "Accept", PERSON).status()).isEqualTo(status);
    }

    @Test
    void aRefusalNamesTheRoleAndWhoHasIt() {
        Browser.Answer answer = browser.signIn("viewer").get("/sample/admin", "Accept", "text/html");

        assertThat(answer.page().select("main").text())
                .contains("You may look, but not do this", "Nothing was sent", "Administrator", "admin")
                .doesNotContain("operator");
    }

    @Test
    void aFormOfAForeignSiteIsRefused() {
        Browser.Answer answer = browser.signIn("operator").withoutToken().post("/sample/work");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().select("h1").text()).isEqualTo("This page was too old to send from");
    }

    @Test
    void aTokenThatDoesNotFitIsRefusedAlsoInAHeader() {
        Browser.Answer answer = browser.signIn("operator")
                .withoutToken()
                .send("/sample/work", List.of("X-CSRF-TOKEN", "made-up", "HX-Request", "true"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#toasts");
    }

    @Test
    void aFormWithItsTokenIsAccepted() {
        browser.signIn("operator").page("/fleet");

        assertThat(browser.post("/sample/work").header("Location")).isEqualTo("/fleet");
    }

    @Test
    void aRedirectToHtmxBecomesAHeader() {
        browser.signIn("operator").page("/fleet");
        Browser.Answer answer = browser.send("/sample/work", List.of("HX-Request", "true"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/fleet");
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void aViewersWriteIsRefusedWithAToastWhenHtmxAsks() {
        browser.signIn("viewer").page("/fleet");
        Browser.Answer answer = browser.send("/sample/work", List.of("HX-Request", "true"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#toasts");
        assertThat(answer.page().select(".result--fail").text()).contains("Operator");
        assertThat(answer.page().select("html head title")).isEmpty();
    }

    @Test
    void anExpiredSessionLeadsAPersonToSignIn() {
        browser.signIn("viewer").page("/fleet");
        browser.forget("nordwand");

        assertThat(browser.get("/fleet", "Accept", "text/html").header("Location"))
                .isEqualTo("/login?next=%2Ffleet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html, text/event-stream", "text/html", "*/*"})
    void anExpiredSessionTellsHtmx(String accept) {
        Browser.Answer answer = browser.get("/fleet", "HX-Request", "true", "Accept", accept);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anExpiredSessionEndsAStreamInsteadOfLeadingItToSignIn() {
        assertThat(browser.get("/fleet/events", "Accept", "text/event-stream").status())
                .isEqualTo(401);
        assertThat(browser.get("/fleet/events", "HX-Request", "true", "Accept", "text/html, text/event-stream")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToSignInAndSaysThatNothingWasSent() {
        browser.signIn("operator").page("/fleet");
        browser.forget("nordwand");
        Browser.Answer answer = browser.send(
                "/sample/work", List.of("Referer", "http://localhost:8080/fleet?q=a", "Host", "localhost:8080"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/login?next=%2Ffleet%3Fq%3Da&unsent");
        assertThat(browser.page(answer.location()).select("[data-state=unsent]").text())
                .contains("not carried out");
    }

    @Test
    void aFormWithAStaleTokenAfterTheSessionEndedIsTreatedTheSame() {
        browser.signIn("operator").page("/fleet");
        browser.forget("nordwand");
        browser.forget("nordwand-csrf");

        assertThat(browser.post("/sample/work").header("Location")).isEqualTo("/login?unsent");
        assertThat(browser.send("/sample/work", List.of("HX-Request", "true")).status())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItWasIdleForTooLong(@Autowired Environment environment) {
        assertThat(environment.getProperty("server.reactive.session.timeout", Duration.class))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void headAndOptionsAreAnsweredWithoutABody() {
        browser.signIn("viewer");
        String session = browser.session();

        for (HttpMethod method : List.of(HttpMethod.HEAD, HttpMethod.OPTIONS)) {
            byte[] body = client.method(method)
                    .uri("/fleet")
                    .cookie("nordwand", session)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            assertThat(body == null ? 0 : body.length).as(method.name()).isZero();
        }
        client.method(HttpMethod.HEAD)
                .uri("/fleet/events")
                .header("Accept", "text/event-stream")
                .cookie("nordwand", session)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aMethodThatARouteDoesNotHaveIsNamedAsSuch() {
        browser.signIn("viewer").page("/fleet");
        Browser.Answer answer = browser.post("/fleet");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
    }
}
