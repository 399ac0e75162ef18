package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Faults;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TroubleIT {

    private static final double LONG = 40_000;

    @Autowired
    private Simulation simulation;

    @Autowired
    private Faults faults;

    @AfterEach
    void everythingWorks() {
        faults.clear();
    }

    @Test
    void whileEigerIsDownThePageSaysSoAndTurnsOldAndThenRecovers(Tab tab) {
        SimulatedPrinter printer = simulation.printer("X3-02");
        tab.signIn("viewer");
        assertThat(tab.see("#freshness")).hasAttribute("data-level", "live");

        faults.set(List.of(Fault.status(503)));
        assertThat(notice(tab, "unreachable")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        assertThat(tab.see("body"))
                .hasClass(Pattern.compile("\\bis-stale\\b"), new LocatorAssertions.HasClassOptions().setTimeout(LONG));
        printer.jam();

        faults.clear();
        assertThat(notice(tab, "unreachable")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "hands");
        assertThat(tab.see("#freshness")).hasAttribute("data-level", "live");
    }

    @Test
    void refusedKeysAreToldApartFromAnEigerThatIsDown(Tab tab) {
        tab.signIn("viewer");
        faults.set(List.of(Fault.status(401)));
        assertThat(notice(tab, "refused")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        assertThat(notice(tab, "unreachable")).hasCount(0);
    }

    @Test
    void aServerThatHangsIsSeenWithin15Seconds(Tab tab, @LocalServerPort int port) throws IOException {
        tab.expect("ERR_|network|abort").signIn("viewer");
        try (Relay relay = Relay.to(port)) {
            tab.open(relay.url("/fleet"));
            assertThat(tab.see("#freshness")).hasAttribute("data-level", "live");
            assertThat(tab.see("#lost-server")).isHidden();

            relay.freeze();
            assertThat(tab.see("#lost-server")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            assertThat(tab.see("#freshness")).hasAttribute("data-level", "lost");

            relay.thaw();
            assertThat(tab.see("#lost-server")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LONG));
            tab.open("/login");
        }
    }

    @Test
    void anExpiredSessionLeadsToSignInAndBackWithoutSendingAnything(Tab tab) {
        SimulatedPrinter printer = simulation.printer("Onyx Pro 1");
        printer.makeReady();
        tab.expect("401").signIn("operator").open("/printers/" + printer.id());
        tab.see(".hero__acts a[hx-get$='/add']").click();
        assertThat(tab.see("dialog[open] form[data-once] [type=submit]")).isVisible();
        simulation.forgetCounts();

        tab.profile().clearCookies();
        tab.see("dialog[open] form[data-once] [type=submit]").click();
        tab.page().waitForURL(Pattern.compile("/login\\?next="));
        tab.answerSignIn("operator");

        assertThat(tab.page()).hasURL(Pattern.compile("/printers/" + printer.id()));
        assertThat(tab.see("dialog[open] form[data-once] [type=submit]")).isVisible();
        assertThat(simulation.received("appendToDeviceQueue")).isZero();
    }

    private static Locator notice(Tab tab, String kind) {
        return tab.page().locator("[data-notice=" + kind + "]");
    }
}
