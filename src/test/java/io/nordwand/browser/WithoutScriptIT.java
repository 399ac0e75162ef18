package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class WithoutScriptIT {

    @Autowired
    private Simulation simulation;

    @Test
    void everythingCanBeDoneWithJavaScriptOff(@WithoutScript Tab tab) {
        SimulatedPrinter printer = simulation.printer("X7-04");
        printer.makeReady();
        printer.obey();
        printer.emptyQueue();
        simulation.forgetCounts();

        tab.signIn("operator");
        assertThat(tab.page().locator("#fleet-list [id^=printer-]")).hasCount(24);
        tab.element("printer", printer.id()).locator("a").first().click();
        tab.see(".hero__acts a[href$='/add']").click();
        tab.see("form[action$='/add'] [type=submit]:not(form[role=search] *)").click();

        assertThat(tab.page().locator("[id^=entry-]")).hasCount(1);
        assertThat(simulation.received("appendToDeviceQueue")).isEqualTo(1);
    }

    @Test
    void queuesCanBeFilteredAndOrderedWithJavaScriptOff(@WithoutScript Tab tab) {
        tab.signIn("viewer").open("/queues");
        int before = tab.page().locator("#queue-rows > li").count();
        tab.see("#queue-show").selectOption("short");
        tab.see("#queue-sort").selectOption("short");
        tab.see("#queue-filters noscript button, #queue-filters button[type=submit]")
                .click();

        assertThat(tab.page()).hasURL(java.util.regex.Pattern.compile("show=short"));
        assertThat(tab.page().locator("#queue-rows > li").count()).isBetween(1, before - 1);
        assertThat(tab.page().locator("#queue-rows > li:not(:has(.flag))")).hasCount(0);
    }
}
