package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.nordwand.simulator.Simulation;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class QueuesIT {

    @Autowired
    private Simulation simulation;

    @Test
    void aJamIsDrawnInTheOpenTimelineWithoutAReload(Tab tab) {
        tab.signIn("viewer").open("/queues");
        Locator lane = tab.element("lane", simulation.printer("FX20").id());
        assertThat(lane.locator(".blk--now")).hasCount(1);
        tab.page().evaluate("() => { window.stillTheSamePage = true; }");

        simulation.printer("FX20").jam();

        assertThat(lane.locator(".blk--hands")).hasCount(1);
        assertThat(lane).containsText("once cleared");
        assertThat(tab.page().evaluate("() => window.stillTheSamePage")).isEqualTo(true);
        simulation.printer("FX20").mend();
    }

    @Test
    void searchIsReachedAndAnsweredByKeyboardAndTheAddressRemembersIt(Tab tab) {
        tab.signIn("viewer").open("/queues");
        tab.page().keyboard().press("/");
        tab.page().keyboard().type("x7-01");

        assertThat(tab.page()).hasURL(Pattern.compile("q=x7-01"));
        assertThat(tab.page().locator("#queue-rows > li")).hasCount(1);
        assertThat(tab.see("#q")).isFocused();
        tab.page().reload();
        assertThat(tab.page().locator("#queue-rows > li")).hasCount(1);
    }

    @Test
    void anEntryIsRemovedFromItsColumnAfterTheQuestion(Tab tab) {
        simulation.forgetCounts();
        tab.signIn("operator").open("/queues?view=columns&q=x7-01");
        Locator remove = tab.page().locator(".qi__acts a[href$='/remove']").first();
        remove.focus();
        tab.page().keyboard().press("Enter");
        assertThat(tab.see("dialog[open]")).isVisible();
        tab.page().keyboard().press("Escape");

        assertThat(remove).isFocused();
        assertThat(simulation.received("removeFromDeviceQueue")).isZero();
    }

    @Test
    void theViewIsChosenWithoutLosingTheFilters(Tab tab) {
        tab.signIn("viewer").open("/queues?show=short");
        tab.see("#queue-views a >> nth=1").click();

        assertThat(tab.page()).hasURL(Pattern.compile("show=short&view=columns"));
        assertThat(tab.see(".qcols")).isVisible();
        tab.page().goBack();
        assertThat(tab.see(".gantt")).isVisible();
    }
}
