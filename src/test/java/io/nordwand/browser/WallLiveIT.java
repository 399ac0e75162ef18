package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Faults;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether a wall lives, and what it says when Eiger does not; {@link UnattendedIT} has what it says of its own server. */
@BrowserTest
class WallLiveIT {

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
    void aWallLivesAndTellsWhatIsTheMatterWithEiger(Tab tab) {
        SimulatedPrinter printer = simulation.printer("X7-03");
        tab.signIn("viewer");
        tab.page().setViewportSize(1280, 720);
        tab.open("/wall?distance=2");
        Locator html = tab.see("html");
        assertThat(html).hasAttribute("data-level", "live");
        assertThat(html).hasAttribute("data-size", "1280x720");
        assertThat(html).hasAttribute("data-fit", "told");

        printer.jam();
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "hands", within(LONG));
        assertThat(tab.element("ask", printer.id())).isVisible();

        faults.set(List.of(Fault.status(401)));
        assertThat(html).hasAttribute("data-why", "refused", within(LONG));
        assertThat(tab.see(".k-old [data-for=refused]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        shoot(tab, "wall-old-refused");
        faults.set(List.of(Fault.status(503)));
        assertThat(html).hasAttribute("data-why", "unreachable", within(LONG));
        faults.clear();
        assertThat(html).hasAttribute("data-level", "live", within(LONG));
        printer.makeReady();
    }

    @Test
    void withoutScriptsTheWallFetchesItselfAnewAndFits(@WithoutScript Tab tab) {
        tab.signIn("viewer");
        tab.page().setViewportSize(1080, 1920);
        tab.open("/wall?layout=wall&layout=events");
        assertThat(tab.see("#board")).isVisible();
        assertThat(tab.page().content()).contains("http-equiv=\"refresh\"");
        assertThat(tab.see(".k-leaf:not([hidden])")).isVisible();
        tab.page().setViewportSize(1920, 1080);
        tab.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setReducedMotion(null));
        tab.open("/wall?size=1920x1080&look=light");
        shoot(tab, "wall-light");
    }

    @Test
    void thePictureWalksSlowlyAlsoWhereMotionIsReducedAndNeverFarther(Tab tab) {
        tab.signIn("viewer").open("/wall?size=1920x1080");
        Object far = tab.page().evaluate("""
                () => {
                  const board = document.getElementById("board");
                  const [walk] = board.getAnimations();
                  walk.pause();
                  const seen = new Set();
                  for (let second = 50; second < 1600; second += 100) {
                    walk.currentTime = second * 1000;
                    const { left, top } = board.getBoundingClientRect();
                    seen.add(`${left.toFixed(1)} ${top.toFixed(1)}`);
                  }
                  const places = [...seen].map(each => each.split(" ").map(Number));
                  const span = (axis) => Math.max(...places.map(p => p[axis])) - Math.min(...places.map(p => p[axis]));
                  return [seen.size, span(0) / innerHeight, span(1) / innerHeight];
                }""");
        List<?> walked = (List<?>) far;
        assertThat(((Number) walked.get(0)).intValue()).isBetween(12, 16);
        assertThat(((Number) walked.get(1)).doubleValue()).isBetween(0.005, 0.015);
        assertThat(((Number) walked.get(2)).doubleValue()).isBetween(0.005, 0.015);
    }

    private static LocatorAssertions.HasAttributeOptions within(double milliseconds) {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(milliseconds);
    }

    private static void shoot(Tab tab, String name) {
        tab.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", name + ".png")));
    }
}
