package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DevicesTests {

    private static final Instant NOW = Instant.parse("2026-02-12T13:32:08Z");

    private final SimulatedEiger eiger =
            SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 24, true), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Simulation simulation = eiger.simulation();
    private final Browser browser = new Browser(eiger.access());

    @AfterEach
    void close() {
        eiger.close();
    }

    @Test
    void theFarmHasTwentyFourPrintersInAllSituations() {
        JsonNode page = browser.json("/devices?page%5Bsize%5D=1000");

        assertThat(page.path("items").size()).isEqualTo(24);
        assertThat(page.path("has_more_items").asBoolean()).isFalse();
        assertThat(StreamSupport.stream(page.path("items").spliterator(), false)
                        .map(device -> device.path("state").asString("(missing)")))
                .contains("Printing", "Fiber Jam", "Print Finished", "Ready", "Offline", "Running Job", "(missing)");
    }

    @Test
    void anOfflinePrinterHasNoMaterialKeysAndNoActiveJob() {
        JsonNode device = device("X7-08");

        assertThat(device.path("state").asString()).isEqualTo("Offline");
        assertThat(device.propertyNames())
                .doesNotContain("loaded_primary_material", "ccs_primary_remaining", "active_job")
                .contains("maintenance_status");
    }

    @Test
    void withinAMinuteOnePrinterFinishesOneJamsOneRunsLowAndOneGoesOffline() {
        simulation.advance(Duration.ofSeconds(60));

        assertThat(simulation.printer("X7-03").state()).isEqualTo("Print Finished");
        assertThat(simulation.printer("Mark Two A").state()).isEqualTo("Fiber Jam");
        assertThat(simulation.printer("Mark Two D").state()).isEqualTo("Low on Material");
        assertThat(simulation.printer("X5-01").state()).isEqualTo("Offline");
    }

    @Test
    void aPrintMovesOnAndUsesMaterial() {
        JsonNode before = device("X7-01");
        simulation.advance(Duration.ofHours(1));
        JsonNode after = device("X7-01");

        assertThat(before.path("active_job").path("progress").asInt()).isEqualTo(61);
        assertThat(after.path("active_job").path("progress").asInt()).isGreaterThan(64);
        assertThat(after.path("ccs_primary_remaining").asDouble())
                .isLessThan(before.path("ccs_primary_remaining").asDouble());
        assertThat(after.path("active_job").path("estimated_seconds_remaining").asInt() % 60)
                .isZero();
    }

    @Test
    void anAppendedBuildIsTheLastOfTheQueueUntilItIsRemoved() {
        UUID printer = simulation.printer("X7-04").id();
        UUID build = simulation.builds("Transfer gear z22").get(0);

        HttpResponse<byte[]> appended = browser.post("/devices/" + printer + "/queue", "{\"build\":\"" + build + "\"}");
        String entry = Browser.json(appended).path("id").asString();

        assertThat(appended.statusCode()).isEqualTo(201);
        assertThat(browser.json("/devices/" + printer + "/queue")
                        .path("queue")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(entry);
        assertThat(browser.delete("/devices/" + printer + "/queue/" + entry).statusCode())
                .isEqualTo(204);
        assertThat(browser.delete("/devices/" + printer + "/queue/" + entry).statusCode())
                .isEqualTo(404);
        assertThat(browser.json("/devices/" + printer + "/queue").path("queue").size())
                .isZero();
        assertThat(simulation.received("appendToDeviceQueue")).isOne();
    }

    @Test
    void aPrinterTakesAPrintSomeSecondsAfterEigerSaidSo() {
        UUID printer = simulation.printer("X7-04").id();
        String body =
                "{\"build\":\"" + simulation.builds("Vacuum cup plate rev C").get(0) + "\"}";

        HttpResponse<byte[]> sent = browser.post("/devices/" + printer, body);
        String job = Browser.json(sent).path("id").asString();

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(device("X7-04").has("active_job")).isFalse();
        assertThat(browser.post("/devices/" + printer, body).statusCode()).isEqualTo(409);

        simulation.advance(Duration.ofSeconds(10));

        assertThat(device("X7-04").path("active_job").path("id").asString()).isEqualTo(job);
        assertThat(device("X7-04").path("active_job").path("printing_state").asString())
                .isEqualTo("Downloading");
    }

    @Test
    void aPrinterThatIsNotReadyRefusesWithItsState() {
        UUID printer = simulation.printer("X7-02").id();
        UUID build = simulation.builds("Transfer gear z22").get(0);

        HttpResponse<byte[]> refused = browser.post("/devices/" + printer, "{\"build\":\"" + build + "\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Browser.json(refused).path("message").asString()).contains("Fiber Jam");
        assertThat(refused.headers().firstValue("X-Reference-ID")).isPresent();
    }

    @Test
    void aBuildForAnotherSeriesDoesNotFit() {
        UUID printer = simulation.printer("FX20").id();
        UUID build = simulation.builds("Transfer gear z22").get(0);

        assertThat(browser.post("/devices/" + printer + "/queue", "{\"build\":\"" + build + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void withoutTheKeysNothingIsAnswered() {
        assertThat(browser.anonymous("GET", "/devices", null).statusCode()).isEqualTo(401);
        assertThat(browser.anonymous(
                                "GET",
                                eiger.access()
                                        .baseUrl()
                                        .resolve("/simulator/faults")
                                        .toString(),
                                null)
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode device(String name) {
        return browser.json("/devices/" + simulation.printer(name).id());
    }
}
