package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
class SignedInTests {

    @Autowired
    private WebTestClient client;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(client);
    }

    @Test
    void somebodySignedOutIsLedToSignInAndBack() {
        Browser.Answer answer = browser.get("/fleet?state=hands&q=a%20b", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/login?next=%2Ffleet%3Fstate%3Dhands%26q%3Da%2520b");
        assertThat(browser.page(answer.location()).select("input[name=next]").val())
                .isEqualTo("/fleet?state=hands&q=a%20b");
        Browser.Answer in = browser.post(
                "/login", "username", "viewer", "password", "viewer", "next", "/fleet?state=hands&q=a%20b");
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).isEqualTo("/fleet?state=hands&q=a%20b");
        assertThat(browser.get("/fleet").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example", "/\\evil.example", "https://evil.example/", "/\t/evil.example", "javascript:alert(1)",
                "\\\\evil.example", "/login", "/%0d%0aSet-Cookie: a=b", "evil", "/logout"
            })
    void signInNeverLeadsElsewhere(String next) {
        browser.page("/login");
        Browser.Answer answer = browser.post("/login", "username", "viewer", "password", "viewer", "next", next);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void aWrongPasswordShowsTheFormAgainWithTheNameAndWithoutThePassword() {
        browser.page("/login?next=/fleet");
        Browser.Answer answer =
                browser.post("/login", "username", "viewer", "password", "s3cret-typo", "next", "/fleet");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.page().select("[role=alert] .result__t").text()).isEqualTo("User name or password is wrong");
        assertThat(answer.page().select("input[name=username]").val()).isEqualTo("viewer");
        assertThat(answer.page().select("input[name=next]").val()).isEqualTo("/fleet");
        assertThat(answer.body()).doesNotContain("s3cret-typo");
        assertThat(browser.cookie("nordwand")).isNull();
    }

    @Test
    void theSessionCookieIsNewAfterSignInAndClosedToScripts() {
        browser.page("/login");
        Browser.Answer answer = browser.post("/login", "username", "viewer", "password", "viewer");

        assertThat(answer.result().getResponseHeaders().get("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("nordwand=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
    }

    @Test
    void cookiesAreSecureBehindAProxyThatEndsTls() {
        Browser.Answer page = browser.get("/login", "Accept", "text/html", "X-Forwarded-Proto", "https");
        Browser.Answer answer = browser.send(
                "/login", List.of("X-Forwarded-Proto", "https"), "username", "viewer", "password", "viewer");

        assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.result().getResponseHeaders().get("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("nordwand=").contains("Secure"));
        assertThat(page.result().getResponseHeaders().get("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-nordwand-csrf=").contains("Secure"));
    }

    @Test
    void lookingAtTheSignInPageMakesNoSession() {
        browser.page("/login");

        assertThat(browser.cookie("nordwand")).isNull();
        assertThat(browser.cookie("nordwand-csrf")).isNotNull();
    }

    @Test
    void afterSignOutTheSessionIsGone() {
        browser.signIn("viewer");
        browser.page("/fleet");
        String session = browser.session();

        Browser.Answer answer = browser.post("/logout");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/login?bye");
        assertThat(client.get()
                        .uri("/fleet")
                        .cookie("nordwand", session)
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .isEqualTo(302);
    }

    @Test
    void somebodySignedInHasNoUseForTheSignInPage() {
        browser.signIn("viewer");

        assertThat(browser.get("/login?next=/fleet", "Accept", "text/html").header("Location"))
                .isEqualTo("/fleet");
    }
}
