package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Faults;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class ActionsIT {

    private static final String APPEND = "appendToDeviceQueue";
    private static final String PRINT = "printToPrinter";

    @Autowired
    private Simulation simulation;

    @Autowired
    private Faults faults;

    private SimulatedPrinter printer;

    @BeforeEach
    void aFreePrinterWithAnEmptyQueue() {
        printer = simulation.printer("X3-01");
        printer.makeReady();
        printer.obey();
        printer.emptyQueue();
        simulation.forgetCounts();
    }

    @AfterEach
    void everythingWorks() {
        faults.clear();
    }

    @Test
    void aBuildIsAddedClearedAndPrinted(Tab tab) {
        atThePrinter(tab);
        add(tab, false);
        assertThat(outcome(tab, "add")).hasAttribute("data-stage", "done");
        assertThat(simulation.queueOf("X3-01")).hasSize(1);
        assertThat(tab.page().locator("[id^=entry-]")).hasCount(1);

        tab.see("a[hx-get$='/clear']").click();
        assertFocusIsSafe(tab);
        tab.see("dialog[open] .btn--danger").click();
        assertThat(outcome(tab, "clear")).hasAttribute("data-stage", "done");
        assertThat(simulation.queueOf("X3-01")).isEmpty();

        add(tab, false);
        assertThat(tab.page().locator("[id^=entry-]")).hasCount(1);
        tab.see(".hero__acts a[hx-get*='/print?']").click();
        assertFocusIsSafe(tab);
        tab.see("dialog[open] input[name=checked]").check();
        tab.see("dialog[open] .btn--danger").click();
        assertThat(outcome(tab, "print"))
                .hasAttribute("data-stage", "done", new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));
        assertThat(printer.activeJob()).isNotNull();
        assertThat(simulation.received(PRINT)).isEqualTo(1);
    }

    @Test
    void aDoubleClickAddsOnce(Tab tab) {
        atThePrinter(tab);
        add(tab, true);
        assertThat(outcome(tab, "add")).hasAttribute("data-stage", "done");
        assertThat(simulation.received(APPEND)).isEqualTo(1);
        assertThat(simulation.queueOf("X3-01")).hasSize(1);
    }

    @Test
    void aLostAnswerIsFoundOutByReadingNeverBySendingAgain(Tab tab) {
        atThePrinter(tab);
        faults.add(Fault.drop().on(APPEND).afterEffect().times(1));
        add(tab, false);
        assertThat(outcome(tab, "add"))
                .hasAttribute("data-standing", "found", new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
        assertThat(simulation.received(APPEND)).isEqualTo(1);
        assertThat(simulation.queueOf("X3-01")).hasSize(1);
    }

    @Test
    void aPrintThatThePrinterIgnoresIsNotCalledStarted(Tab tab) {
        printer.ignorePrints();
        atThePrinter(tab);
        add(tab, false);
        tab.see(".hero__acts a[hx-get*='/print?']").click();
        tab.see("dialog[open] input[name=checked]").check();
        tab.see("dialog[open] .btn--danger").click();
        assertThat(outcome(tab, "print"))
                .hasAttribute("data-stage", "unknown", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        assertThat(simulation.received(PRINT)).isEqualTo(1);
    }

    @Test
    void nothingIsStartedWithoutTheTick(Tab tab) {
        atThePrinter(tab);
        add(tab, false);
        tab.see(".hero__acts a[hx-get*='/print?']").click();
        tab.see("dialog[open] .btn--danger").click(new Locator.ClickOptions().setForce(true));
        assertThat(tab.see("dialog[open] .btn--danger")).isVisible();
        assertThat(simulation.received(PRINT)).isZero();
    }

    @Test
    void aViewerHasNoButtons(Tab tab) {
        tab.signIn("viewer").open("/printers/" + printer.id());
        assertThat(tab.page().locator("form[data-once], a[hx-get$='/add']")).hasCount(0);
    }

    private void atThePrinter(Tab tab) {
        tab.signedIn("operator").open("/printers/" + printer.id());
        assertThat(tab.see(".hero__acts a[hx-get$='/add']")).isVisible();
    }

    private static void add(Tab tab, boolean twice) {
        tab.see(".hero__acts a[hx-get$='/add']").click();
        Locator submit = tab.see("dialog[open] form[data-once] [type=submit]");
        if (twice) {
            submit.dblclick();
        } else {
            submit.click();
        }
        assertThat(tab.page().locator("dialog[open]")).hasCount(0);
    }

    private static Locator outcome(Tab tab, String operation) {
        return tab.see("#results [data-operation=" + operation + "]");
    }

    private static void assertFocusIsSafe(Tab tab) {
        assertThat(tab.see("dialog[open]")).isVisible();
        assertThat(tab.page().evaluate("() => document.activeElement.matches('.btn--danger')"))
                .isEqualTo(false);
    }
}
