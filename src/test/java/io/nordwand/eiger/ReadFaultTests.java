package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFaultTests {

    private static final String HTML = "<html>Maintenance</html>";
    private static final PrinterId PRINTER = new PrinterId(DEVICE);

    private final EigerServer eiger = EigerServer.start(EigerServer.limits(Duration.ofMillis(1500), 4));

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                fault("too slow", json(200, DEVICE_JSON).withFixedDelay(10_000), Trouble.Unavailable.class, 1),
                fault("reset", broken(Fault.CONNECTION_RESET_BY_PEER), Trouble.Unavailable.class, 3),
                fault("closed", broken(Fault.EMPTY_RESPONSE), Trouble.Unavailable.class, 3),
                fault("broken chunk", broken(Fault.MALFORMED_RESPONSE_CHUNK), Trouble.Unreadable.class, 3),
                fault("no body", json(200, ""), Trouble.Unreadable.class, 3),
                fault("204", json(204, ""), Trouble.Unreadable.class, 3),
                fault("page", html(200), Trouble.Unreadable.class, 1),
                fault("page called JSON", json(200, HTML), Trouble.Unreadable.class, 1),
                fault("cut", json(200, DEVICE_JSON.substring(0, 90)), Trouble.Unreadable.class, 1),
                fault("more than one", json(200, DEVICE_JSON + DEVICE_JSON), Trouble.Unreadable.class, 1),
                fault("a word", json(200, "\"hello\""), Trouble.Unreadable.class, 3),
                fault("nothing known", json(200, "{}"), Trouble.Unreadable.class, 1),
                fault("another printer", json(200, device(DEVICE_2, "Right")), Trouble.Unreadable.class, 1),
                fault(
                        "garbage in gzip",
                        json(200, DEVICE_JSON).withHeader("Content-Encoding", "gzip"),
                        Trouble.Unreadable.class,
                        1),
                fault("too large", json(200, "{\"x\":\"" + "y".repeat(300_000) + "\"}"), Trouble.Unreadable.class, 1),
                fault("odd type", json(200, DEVICE_JSON).withHeader("Content-Type", "//"), Trouble.Unreadable.class, 1),
                fault("301", redirect(301), Trouble.Unreadable.class, 1),
                fault("302", redirect(302), Trouble.Unreadable.class, 1),
                fault("400", json(400, ""), Trouble.Rejected.class, 1),
                fault("401 page", html(401), Trouble.NotAuthorized.class, 1),
                fault("403", json(403, "{\"message\":null}"), Trouble.NotAuthorized.class, 1),
                fault("404 page", html(404), Trouble.NotFound.class, 1),
                fault("408", json(408, ""), Trouble.Unavailable.class, 3),
                fault("500", json(500, ERROR_JSON), Trouble.Unavailable.class, 3),
                fault("502 page", html(502), Trouble.Unavailable.class, 3),
                fault("503", json(503, ""), Trouble.Unavailable.class, 3),
                fault("504", html(504), Trouble.Unavailable.class, 3),
                fault("429", json(429, "").withHeader("Retry-After", "60"), Trouble.RateLimited.class, 1),
                fault("503 held", json(503, "").withHeader("Retry-After", "60"), Trouble.RateLimited.class, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFailedReadIsRepeatedWhereThatMayHelp(
            String name, ResponseDefinitionBuilder answer, Class<? extends Trouble> expected, int requests) {
        eiger.answersAnything(answer);

        Trouble trouble = troubleOf(eiger.source().printer(PRINTER));

        assertThat(trouble).isInstanceOf(expected);
        assertThat(trouble.sentence()).isNotBlank().doesNotContain("<", "null", "Exception");
        assertThat(eiger.requests()).hasSize(requests);
    }

    @Test
    void bytesThatAreNoAnswerAtAllAreATrouble() {
        eiger.answersAnything(broken(Fault.RANDOM_DATA_THEN_CLOSE));

        // Whether the bytes or the end of the connection are noticed first depends on their timing.
        assertThat(troubleOf(eiger.source().printer(PRINTER)))
                .isInstanceOfAny(Trouble.Unreadable.class, Trouble.Unavailable.class);
    }

    @Test
    void aReadThatWorksAtTheSecondTryIsNoFailure() {
        var get = com.github.tomakehurst.wiremock.client.WireMock.any(
                com.github.tomakehurst.wiremock.client.WireMock.anyUrl());
        eiger.wireMock()
                .stubFor(get.inScenario("flaky")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(html(502))
                        .willSetStateTo("well"));
        var again = com.github.tomakehurst.wiremock.client.WireMock.any(
                com.github.tomakehurst.wiremock.client.WireMock.anyUrl());
        eiger.wireMock()
                .stubFor(again.inScenario("flaky").whenScenarioStateIs("well").willReturn(json(200, DEVICE_JSON)));

        assertThat(resultOf(eiger.source().printer(PRINTER)).name()).isEqualTo("Left");
        assertThat(eiger.requests()).hasSize(2);
    }

    @Test
    void eigersWordsAreQuotedOnlyWhenPlainAndShort() {
        eiger.answersAnything(json(400, "{\"message\":\"Bad <script>alert(1)</script>\"}"));
        assertThat(troubleOf(eiger.source().printer(PRINTER)).sentence()).doesNotContain("script");

        eiger.answersAnything(json(400, "{\"message\":\"" + "long ".repeat(100) + "\"}"));
        assertThat(troubleOf(eiger.source().printer(PRINTER)).sentence()).doesNotContain("long long");

        eiger.answersAnything(json(400, "{\"message\":\"Printer is\\u00a0asleep\\nnow\",\"more\":1}"));
        assertThat(troubleOf(eiger.source().printer(PRINTER)).sentence()).contains("asleep now”");
    }

    @Test
    void theReferenceNeedNotBeANumber() {
        eiger.answersAnything(aResponse().withStatus(400).withHeader("X-Reference-ID", "a1b2-c3"));
        assertThat(troubleOf(eiger.source().printer(PRINTER)).reference()).isEqualTo("a1b2-c3");

        eiger.answersAnything(aResponse().withStatus(400).withHeader("X-Reference-ID", "<b>hi</b>"));
        assertThat(troubleOf(eiger.source().printer(PRINTER)).reference()).isNull();
    }

    @Test
    void compressedAnswersAreRead() {
        eiger.answersAnything(json(200, DEVICE_JSON));

        resultOf(eiger.source().printer(PRINTER));

        assertThat(eiger.requests().get(0).getHeader("Accept-Encoding")).contains("gzip");
    }

    @Test
    void jsonIsReadWhateverItCallsItself() {
        eiger.answersAnything(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/plain")
                .withBody(DEVICE_JSON.getBytes(StandardCharsets.UTF_8)));

        assertThat(resultOf(eiger.source().printer(PRINTER)).name()).isEqualTo("Left");
    }

    @Test
    void anIdThatCouldLeadElsewhereIsNeverSent() {
        for (String id : new String[] {"../builds/approved", "..", "a/b", "a?b", "%2e%2e", NIL, "x".repeat(81)}) {
            assertThat(troubleOf(eiger.source().printer(new PrinterId(id)))).isInstanceOf(Trouble.NotFound.class);
        }
        assertThat(eiger.requests()).isEmpty();
    }

    private static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody(HTML);
    }

    private static ResponseDefinitionBuilder redirect(int status) {
        return aResponse().withStatus(status).withHeader("Location", "/api/v3/devices/" + DEVICE_2);
    }

    private static ResponseDefinitionBuilder broken(Fault fault) {
        return aResponse().withFault(fault);
    }

    private static Arguments fault(
            String name, ResponseDefinitionBuilder answer, Class<? extends Trouble> trouble, int requests) {
        return Arguments.of(name, answer, trouble, requests);
    }
}
