package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTests {

    private final SimulatedEiger eiger =
            SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 24, false), Clock.systemUTC());
    private final Simulation simulation = eiger.simulation();
    private final Faults faults = eiger.faults();
    private final Browser browser = new Browser(eiger.access());
    private final String queue = "/devices/" + simulation.printer("X7-04").id() + "/queue";
    private final String body =
            "{\"build\":\"" + simulation.builds("Transfer gear z22").get(0) + "\"}";

    @AfterEach
    void close() {
        eiger.close();
    }

    @Test
    void aConnectionCutAfterTheEffectLosesOnlyTheAnswer() {
        faults.add(Fault.drop().on("appendToDeviceQueue").afterEffect().times(1));

        assertThatThrownBy(() -> browser.post(queue, body)).isInstanceOf(UncheckedIOException.class);

        assertThat(simulation.queueOf("X7-04")).hasSize(1);
        assertThat(simulation.carriedOut("appendToDeviceQueue")).isOne();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void aConnectionCutBeforeTheEffectLosesTheCall() {
        faults.add(Fault.drop());

        assertThatThrownBy(() -> browser.post(queue, body)).isInstanceOf(UncheckedIOException.class);

        assertThat(simulation.queueOf("X7-04")).isEmpty();
        assertThat(simulation.received("appendToDeviceQueue")).isOne();
        assertThat(simulation.carriedOut("appendToDeviceQueue")).isZero();
    }

    @Test
    void tooManyRequestsSayHowLongToWait() {
        faults.add(Fault.status(429).on("list*").retryAfter(Duration.ofSeconds(3)));

        HttpResponse<byte[]> refused = browser.get("/devices");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(browser.get(queue.replace("/queue", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultHitsAsManyCallsAsItSays() {
        faults.set(List.of(Fault.status(503).times(2)));

        assertThat(browser.get("/users").statusCode()).isEqualTo(503);
        assertThat(browser.get("/users").statusCode()).isEqualTo(503);
        assertThat(browser.get("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aTruncatedAnswerIsCutInTheMiddle() {
        faults.add(Fault.truncated().on("appendToDeviceQueue"));

        assertThatThrownBy(() -> browser.post(queue, body)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulation.queueOf("X7-04")).hasSize(1);
    }

    @Test
    void aSlowAnswerComesLate() {
        faults.add(Fault.slow(Duration.ofMillis(300)).on("listUsers"));

        long before = System.nanoTime();
        assertThat(browser.get("/users").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aCallThatTakesEffectLateDoesSoBeforeItsAnswer() {
        faults.add(Fault.slow(Duration.ofMillis(200)).on("appendToDeviceQueue").beforeEffect());

        assertThat(browser.post(queue, body).statusCode()).isEqualTo(201);
        assertThat(simulation.queueOf("X7-04")).hasSize(1);
        assertThat(simulation.carriedOut("appendToDeviceQueue")).isOne();
    }

    @Test
    void nonsenseComesWithoutJson() {
        faults.set(List.of(
                Fault.html(502).times(1),
                Fault.garbage().times(1),
                Fault.empty().times(1)));

        HttpResponse<byte[]> page = browser.get("/devices");
        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).startsWith("<html>");
        assertThat(new String(browser.get("/devices").body(), StandardCharsets.UTF_8))
                .contains("not json");
        assertThat(browser.get("/devices").body()).isEmpty();
    }

    @Test
    void faultsAreSetShownAndClearedOverHttp() {
        String control = eiger.access().baseUrl().resolve("/simulator/faults").toString();

        HttpResponse<byte[]> set = browser.send(
                "PUT",
                control,
                "{\"faults\":[{\"kind\":\"drop\",\"operation\":\"append*\",\"applied\":true,\"calls\":2},"
                        + "{\"kind\":\"status\",\"status\":429,\"retryAfterSeconds\":4,\"delayMillis\":5}]}");

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(faults.list())
                .containsExactly(
                        Fault.drop().on("append*").afterEffect().times(2),
                        Fault.status(429).retryAfter(Duration.ofSeconds(4)).after(Duration.ofMillis(5)));
        assertThat(browser.json(control).path("faults").get(0).path("kind").asString())
                .isEqualTo("drop");
        assertThat(browser.send("PUT", control, "{\"faults\":[{\"kind\":\"fire\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.delete(control).statusCode()).isEqualTo(200);
        assertThat(faults.list()).isEmpty();
    }
}
