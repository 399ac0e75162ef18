package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
class HeadersTests {

    @Autowired
    private WebTestClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fleet",
                "/login",
                "/sample/admin",
                "/sample/broken",
                "/nowhere",
                "/sample/gone",
                "/actuator/health",
                "/",
                "/sample/eiger"
            })
    void everyAnswerCarriesTheHeaders(String path) {
        for (Browser browser : new Browser[] {new Browser(client), new Browser(client).signIn("viewer")}) {
            Browser.Answer answer = browser.get(path, "Accept", "text/html");

            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void pagesSayWhatTheyDependOn() {
        Browser.Answer answer = new Browser(client).signIn("viewer").get("/fleet", "Accept", "text/html");

        assertThat(answer.result().getResponseHeaders().getVary()).contains("HX-Request", "Cookie");
    }

    @Test
    void noPageHoldsInlineScriptsOrStyles() {
        Browser browser = new Browser(client).signIn("admin");
        for (String path : new String[] {"/fleet", "/nowhere", "/sample/broken"}) {
            Browser.Answer answer = browser.get(path, "Accept", "text/html");
            assertThat(answer.page().select("style, [style], script:not([src])"))
                    .as(path)
                    .isEmpty();
            assertThat(answer.body()).doesNotContainPattern("\\son[a-z]+=").doesNotContain("javascript:");
        }
    }

    @Test
    void noPageHoldsKeysOrPasswords() {
        Browser browser = new Browser(client).signIn("admin");
        for (String path :
                new String[] {"/fleet", "/nowhere", "/sample/broken", "/actuator/health", "/actuator/info"}) {
            assertThat(browser.get(path).body()).as(path).doesNotContain("demo-access", "demo-secret", "bcrypt");
        }
    }
}
