package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import io.nordwand.simulator.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page as people with other eyes, screens and themes meet it; the pictures are kept in target/screenshots. */
@BrowserTest
class PagesIT {

    @Autowired
    private Simulation simulation;

    @Test
    void signIn(Tab tab) {
        tab.open("/login");
        look(tab, "login");
    }

    @ParameterizedTest
    @CsvSource({
        "fleet,          /fleet",
        "fleet-compact,  /fleet?view=compact",
        "fleet-table,    /fleet?view=table",
        "fleet-filtered, /fleet?group=hands&q=nothing",
    })
    void fleet(String name, String path, Tab tab) {
        tab.signIn("operator").open(path);
        look(tab, name);
    }

    @ParameterizedTest
    @CsvSource({
        "printer-printing, FX20",
        "printer-finished, X7-05",
        "printer-hands,    X7-06",
        "printer-ready,    X7-04",
        "printer-off,      X7-08",
        "printer-furnace,  Sinter-1",
    })
    void printer(String name, String printer, Tab tab) {
        tab.signIn("operator").open("/printers/" + simulation.printer(printer).id());
        look(tab, name);
    }

    @ParameterizedTest
    @CsvSource({"dialog-add, add", "dialog-clear, clear"})
    void dialog(String name, String action, Tab tab) {
        tab.signIn("operator").open("/printers/" + simulation.printer("FX20").id());
        tab.see(".hero__acts a[hx-get$='/%s']".formatted(action)).click();
        assertThat(tab.see("dialog[open]")).isVisible();
        look(tab, name);
    }

    @Test
    void printNowDialog(Tab tab) {
        simulation.printer("Mark One").makeReady();
        tab.signIn("operator")
                .open("/printers/%s/add"
                        .formatted(simulation.printer("Mark One").id()));
        tab.see("a[hx-get*='/print?']").click();
        assertThat(tab.see("dialog[open] .danger")).isVisible();
        look(tab, "dialog-print");
    }

    @Test
    void notFound(Tab tab) {
        tab.expect("404").signIn("viewer").open("/no-such-page");
        look(tab, "not-found");
    }

    @Test
    void theFirstVisitWeighsUnder100Kilobytes(Tab tab) {
        tab.signIn("viewer");
        List<Request> requests = new ArrayList<>();
        try (Tab fresh = tab.withCookiesOnly()) {
            fresh.page().onRequestFinished(requests::add);
            fresh.open("/fleet").page().waitForLoadState(LoadState.LOAD);
            long all = 0;
            long scripts = 0;
            for (Request request : List.copyOf(requests)) {
                Sizes sizes = request.sizes();
                int bytes = sizes.responseBodySize + sizes.responseHeadersSize;
                all += bytes;
                scripts += request.resourceType().equals("script") ? sizes.responseBodySize : 0;
            }
            assertThat(all).as("bytes of %d answers", requests.size()).isLessThan(100_000);
            assertThat(scripts).as("bytes of scripts").isBetween(1L, 35_000L);
        }
    }

    private static void look(Tab tab, String name) {
        tab.shoot(name).assertAccessible().assertFits(Size.PHONE).assertFits(Size.DESKTOP);
    }
}
