package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.api.PartsApi;
import io.nordwand.eiger.api.ScanReport;
import io.nordwand.eiger.call.EigerClient;
import io.nordwand.eiger.wire.Link;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class CallControlTests {

    private static final PrinterId PRINTER = new PrinterId(DEVICE);

    @Test
    void afterRetryAfterNothingIsSentAtAll() {
        try (EigerServer eiger = EigerServer.start()) {
            eiger.answersAnything(json(429, "").withHeader("Retry-After", "60"));

            assertThat(troubleOf(eiger.source().printer(PRINTER)))
                    .isInstanceOfSatisfying(
                            Trouble.RateLimited.class,
                            trouble -> assertThat(trouble.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
            assertThat(troubleOf(eiger.commands().print(PRINTER, new BuildId(BUILD))))
                    .isInstanceOfSatisfying(
                            Trouble.RateLimited.class,
                            trouble -> assertThat(trouble.sentence()).contains("Nothing was sent"));
            assertThat(eiger.requests()).hasSize(1);
        }
    }

    @Test
    void retryAfterMayBeADate() {
        try (EigerServer eiger = EigerServer.start()) {
            eiger.answersAnything(json(503, "").withHeader("Retry-After", "Thu, 12 Feb 2026 14:33:08 GMT"));

            assertThat(troubleOf(eiger.source().printer(PRINTER)))
                    .isInstanceOfSatisfying(
                            Trouble.RateLimited.class,
                            trouble -> assertThat(trouble.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        }
    }

    @Test
    void aWriteAnsweredBy503KeepsFollowingCallsBackToo() {
        try (EigerServer eiger = EigerServer.start()) {
            eiger.answersAnything(json(503, "").withHeader("Retry-After", "60"));

            assertThat(troubleOf(eiger.commands().print(PRINTER, new BuildId(BUILD))))
                    .isInstanceOf(Trouble.OutcomeUnknown.class);
            assertThat(troubleOf(eiger.source().printer(PRINTER))).isInstanceOf(Trouble.RateLimited.class);
            assertThat(eiger.requests()).hasSize(1);
        }
    }

    @Test
    void aShortRetryAfterIsWaitedFor() {
        try (EigerServer eiger = EigerServer.startInRealTime(EigerServer.limits())) {
            eiger.wireMock()
                    .stubFor(WireMock.any(WireMock.anyUrl())
                            .inScenario("busy")
                            .whenScenarioStateIs(Scenario.STARTED)
                            .willReturn(json(429, "").withHeader("Retry-After", "1"))
                            .willSetStateTo("free"));
            eiger.wireMock()
                    .stubFor(WireMock.any(WireMock.anyUrl())
                            .inScenario("busy")
                            .whenScenarioStateIs("free")
                            .willReturn(json(200, DEVICE_JSON)));

            StepVerifier.create(eiger.source().printer(PRINTER).elapsed())
                    .assertNext(timed -> assertThat(timed.getT1()).isGreaterThanOrEqualTo(900))
                    .expectComplete()
                    .verify(EigerServer.LONGEST);
        }
    }

    @Test
    void waitingForATurnDoesNotEatTheCallsOwnTime() {
        try (EigerServer eiger = EigerServer.start(EigerServer.limits(Duration.ofSeconds(2), 1))) {
            eiger.answersAnything(json(200, DEVICE_JSON).withFixedDelay(900));

            StepVerifier.create(Flux.range(0, 6)
                            .flatMap(i -> eiger.source().printer(PRINTER))
                            .count())
                    .expectNext(6L)
                    .expectComplete()
                    .verify(EigerServer.LONGEST);
        }
    }

    @Test
    void signedLinksOfReportsComeFromBodyOrHeader() {
        try (EigerServer eiger = EigerServer.start()) {
            String path = "/printed_parts/" + PART + "/scan_report";
            PartsApi parts = eiger.api(PartsApi.class);

            eiger.answers("GET", path, 200, "{\"scan_report_url\":\"https://files.example/a\"}");
            assertThat(link(parts)).hasToString("https://files.example/a");
            for (int status : new int[] {200, 201, 302, 303}) {
                eiger.answersAnything("GET", path, json(status, "").withHeader("Location", "https://files.example/b"));
                assertThat(link(parts)).hasToString("https://files.example/b");
            }
            eiger.answers("GET", path, 200, "{\"scan_report_url\":null}");
            assertThat(link(parts)).isNull();
            eiger.answersAnything("GET", path, json(200, ""));
            assertThat(link(parts)).isNull();
            eiger.answersAnything("GET", path, json(301, "").withHeader("Location", "https://x.example" + path));
            assertThat(troubleOf(parts.getPrintedPartScanReport(PART))).isInstanceOf(Trouble.Unreadable.class);
        }
    }

    private static @Nullable URI link(PartsApi parts) {
        Link link = ScanReport.link(resultOf(parts.getPrintedPartScanReport(PART)));
        return link == null ? null : link.uri();
    }

    @Test
    void formsAreSentOnlyWhenAskedFor() {
        try (EigerServer eiger = EigerServer.startWithForms()) {
            eiger.answersAnything(json(201, JOB_JSON));

            resultOf(eiger.commands().print(PRINTER, new BuildId(BUILD)));
            resultOf(eiger.api(io.nordwand.eiger.api.BuildsApi.class).sendBuildToBacklog(BUILD, new Order.OfDay(null)));

            assertThat(eiger.requests())
                    .allSatisfy(sent ->
                            assertThat(sent.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded"))
                    .extracting(sent -> sent.getBodyAsString())
                    .containsExactly("build=" + BUILD, "");
        }
    }

    @Test
    void bodiesAreThereEvenWithoutContent() {
        try (EigerServer eiger = EigerServer.start()) {
            eiger.answersAnything(json(201, JOB_JSON));
            var builds = eiger.api(io.nordwand.eiger.api.BuildsApi.class);

            resultOf(builds.sendBuildToBacklog(BUILD, new Order.OfDay(null)));
            resultOf(builds.sendBuildToBacklog(BUILD, new Order.OfDay(java.time.LocalDate.of(2026, 3, 1))));

            assertThat(eiger.requests())
                    .extracting(sent -> sent.getBodyAsString())
                    .containsExactly("{}", "{\"dueDate\":\"2026-03-01\"}");
        }
    }

    @Test
    void eachWriteHasAConnectionOfItsOwnAndReadsShareOne() throws IOException {
        try (KeepAliveServer server = new KeepAliveServer(JOB_JSON);
                EigerClient client = new EigerClient(
                        WebClient.builder(),
                        EigerServer.access("http://127.0.0.1:" + server.port()),
                        EigerServer.limits(),
                        false,
                        EigerServer.sentences(),
                        Clock.systemUTC())) {
            DevicesApi devices = client.operations(DevicesApi.class);

            for (int i = 0; i < 3; i++) {
                resultOf(devices.printToPrinter(DEVICE, new Order.OfBuild(BUILD)));
            }
            assertThat(server.connections()).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                resultOf(devices.readDevice(DEVICE));
            }
            assertThat(server.connections()).isEqualTo(4);
        }
    }
}
