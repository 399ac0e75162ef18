package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteeringTests {

    private final SimulatedEiger eiger = SimulatedEiger.start(
            new SimulatorProperties(0, 7, 1, 24, false),
            Clock.fixed(Instant.parse("2026-02-12T13:32:08Z"), ZoneOffset.UTC));
    private final Simulation simulation = eiger.simulation();
    private final SimulatedPrinter printer = simulation.printer("X7-01");

    @AfterEach
    void close() {
        eiger.close();
    }

    @Test
    void aPrinterGoesOfflineAndComesBackWhereItWas() {
        printer.goOffline();
        assertThat(printer.state()).isEqualTo("Offline");
        printer.comeBack();
        assertThat(printer.state()).isEqualTo("Printing");
    }

    @Test
    void aPrinterFinishesAtOnceAndStaysSoWhileNobodyIsAtWork() {
        printer.finish();
        simulation.advance(Duration.ofHours(9));

        assertThat(printer.state()).isEqualTo("Print Finished");
        simulation.peopleAtWork(true);
        simulation.advance(Duration.ofSeconds(1));
        assertThat(printer.state()).isNotEqualTo("Print Finished");
    }

    @Test
    void aPrinterJamsUntilItIsMended() {
        printer.jam();
        simulation.advance(Duration.ofHours(3));
        assertThat(printer.state()).isEqualTo("Fiber Jam");
        printer.mend();
        assertThat(printer.state()).isEqualTo("Resuming Print");
        simulation.advance(Duration.ofSeconds(21));
        assertThat(printer.state()).isEqualTo("Printing");
    }

    @Test
    void aPrinterRunsLow() {
        printer.runLow();
        simulation.advance(Duration.ofSeconds(2));
        assertThat(printer.state()).isEqualTo("Low on Material");
        assertThat(printer.activeJob()).isNotNull();
    }

    @Test
    void aPrinterIsMadeReadyAndSaysAnyWord() {
        printer.fail();
        assertThat(printer.state()).isEqualTo("Print Failure Detected");
        printer.makeReady();
        assertThat(printer.state()).isEqualTo("Ready");
        assertThat(printer.activeJob()).isNull();
        printer.emptyQueue();
        assertThat(simulation.queueOf("X7-01")).isEmpty();
        printer.say("Levitating");
        assertThat(printer.state()).isEqualTo("Levitating");
    }

    @Test
    void aPrintIsIgnoredOrFoundIncompatible() {
        String body = "{\"build\":\"" + simulation.builds("Transfer gear z22").get(0) + "\"}";
        SimulatedPrinter refusing = simulation.printer("X7-05");
        refusing.makeReady();
        printer.makeReady();
        printer.ignorePrints();
        refusing.refusePrints();

        Browser browser = new Browser(eiger.access());
        assertThat(browser.post("/devices/" + printer.id(), body).statusCode()).isEqualTo(201);
        assertThat(browser.post("/devices/" + refusing.id(), body).statusCode()).isEqualTo(201);
        simulation.advance(Duration.ofMinutes(3));

        assertThat(printer.state()).isEqualTo("Ready");
        assertThat(printer.activeJob()).isNull();
        assertThat(refusing.state()).isEqualTo("Incompatible Print File");
    }
}
