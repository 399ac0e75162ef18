package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import io.nordwand.simulator.Simulation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class FleetIT {

    @Autowired
    private Simulation simulation;

    @Test
    void aJamMovesThePrinterToTheOnesThatNeedHandsWithoutAReload(Tab tab) {
        tab.signIn("viewer");
        Locator card = tab.element("printer", simulation.printer("X7-01").id());
        assertThat(card).hasAttribute("data-group", "printing");
        tab.page().evaluate("() => { window.stillTheSamePage = true; }");

        simulation.printer("X7-01").jam();

        assertThat(card).hasAttribute("data-group", "hands");
        assertThat(tab.element("group", "hands").locator(card)).hasCount(1);
        assertThat(tab.page().evaluate("() => window.stillTheSamePage")).isEqualTo(true);
    }

    @Test
    void allPrintersAreThereAndTheCountsAddUp(Tab tab) {
        tab.signIn("viewer");
        assertThat(tab.page().locator("#fleet-list [id^=printer-]")).hasCount(24);
        int sum = tab.page().locator("#sum .sum__n").allInnerTexts().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(sum).isEqualTo(24);
    }

    @Test
    void aCountIsAFilterThatTheAddressRemembers(Tab tab) {
        tab.signIn("viewer");
        tab.see("#sum [data-group=off]").click();
        assertThat(tab.page()).hasURL(Pattern.compile("off"));
        assertThat(tab.page().locator("#fleet-list [id^=printer-]:not([data-group=off])"))
                .hasCount(0);
        tab.page().reload();
        assertThat(tab.page().locator("#fleet-list [id^=printer-]:not([data-group=off])"))
                .hasCount(0);
    }

    @Test
    void aChosenThemeLasts(Tab tab) {
        tab.signIn("viewer");
        tab.profile()
                .addCookies(
                        List.of(new Cookie("theme", "dark").setUrl(tab.page().url())));
        tab.page().reload();
        assertThat(tab.page().locator("html")).hasAttribute("data-theme", "dark");
    }
}
