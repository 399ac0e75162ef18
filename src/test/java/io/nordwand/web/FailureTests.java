package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
@ExtendWith(OutputCaptureExtension.class)
class FailureTests {

    @Autowired
    private WebTestClient client;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(client).signIn("viewer");
    }

    @Test
    void anUnknownAddressIsSaidToBeUnknownInsideTheFrame() {
        Document page = browser.page("/nowhere");

        assertThat(page.select("h2").text()).isEqualTo("There is nothing at this address");
        assertThat(page.select(".side .nav__link")).isNotEmpty();
        assertThat(page.select("#main")).hasSize(1);
    }

    @Test
    void anAddressThatTheFirewallTurnsAwayIsAPageToo() {
        Browser.Answer answer = browser.get("/printers/a%2Fb", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("main").text()).contains("nothing was changed");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void connectionsThatEigerBreaksOffAreNoStackTracesInTheLog() {
        assertThat(LoggerFactory.getLogger("reactor.netty.http.client.HttpClientConnect")
                        .isWarnEnabled())
                .isFalse();
    }

    @Test
    void whatAControllerCallsGoneIsNotFoundWithoutItsReason() {
        Browser.Answer answer = browser.get("/sample/gone", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void aBrokenPageSaysWhatItDidNotDoAndGivesANumberThatIsInTheLog(CapturedOutput log) {
        Browser.Answer answer = browser.get("/sample/broken", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.page().select("main").text()).contains("Nothing you did was sent to Eiger");
        assertThat(answer.body()).doesNotContain("secret detail", "IllegalState", "at io.nordwand");
        String number = answer.page().select("code").text();
        assertThat(number).isNotBlank();
        assertThat(log.getOut()).contains(number + " GET /sample/broken failed");
    }

    @Test
    void aBrokenWriteDoesNotClaimThatNothingWasSent() {
        browser.page("/fleet");
        Browser.Answer answer = browser.post("/sample/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.page().select("main").text())
                .contains("We do not know if Eiger got it")
                .doesNotContain("Nothing you did was sent");
    }

    @Test
    void whatEigerSaidIsToldWithItsReference() {
        Browser.Answer answer = browser.get("/sample/eiger", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.page().select("main").text()).contains("Eiger did not answer within 10 s.", "ref-4711");
    }

    @Test
    void htmxGetsAToast() {
        Browser.Answer answer =
                browser.get("/sample/broken", "HX-Request", "true", "Accept", "text/html, text/event-stream");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#toasts");
        assertThat(answer.header("HX-Reswap")).isEqualTo("beforeend");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.page().body().children()).hasSize(1);
        assertThat(answer.page().select("[role=alert] [data-dismiss]")).hasSize(1);
    }

    @Test
    void programsAndPicturesGetAShortText() {
        for (String accept : List.of("application/json", "image/avif,image/webp,*/*;q=0.8")) {
            Browser.Answer answer = browser.get("/nowhere", "Accept", accept);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.body()).startsWith("404 not-found");
        }
    }

    @Test
    void anAcceptHeaderThatNobodyUnderstandsIsNoServerError() {
        assertThat(browser.get("/nowhere", "Accept", "???").status()).isLessThan(500);
    }

    @Test
    void aFormThatIsTooLongIsRefusedAndNotSaidToBeSentPerhaps() {
        browser.page("/fleet");
        Browser.Answer answer = browser.post("/sample/broken", "text", "x".repeat(3_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.page().select("main").text()).contains("Nothing was sent to Eiger");
    }

    @Test
    void aGarbledFormIsTheSendersMistake() {
        client.post()
                .uri("/sample/broken")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("%zz=%zz")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aPageAskedForAsAStreamIsAPage() {
        Browser.Answer answer = browser.get("/fleet", "Accept", "text/event-stream");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
}
