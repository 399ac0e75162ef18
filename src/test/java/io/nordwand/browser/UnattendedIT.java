package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.nordwand.ShiftedClock;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.SimulatorProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a screen does when nobody looks after it and its server is frozen, killed, replaced by another version. The server is a
 * process of its own, and the screen never gets a hand, but for the one key that browsers want before a page may sound.
 */
@ExtendWith(Browsing.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class UnattendedIT {

    private static final double LONG = 40_000;

    /**
     * Counts what nobody sees: tones that are played, and requests to stay awake. Playwright's looks count as a person's touch,
     * after which a browser lets pages sound; so that the page is silent until a key is pressed, as on a wall.
     */
    private static final String WATCH = """
            const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state");
            let touched = false;
            document.addEventListener("keydown", () => { touched = true; });
            Object.defineProperty(BaseAudioContext.prototype, "state", {
              get() { return touched ? get.call(this) : "suspended"; },
            });
            window.tones = 0;
            window.wakes = 0;
            const start = AudioScheduledSourceNode.prototype.start;
            AudioScheduledSourceNode.prototype.start = function (...when) {
              if (this.context.state === "running") window.tones++;
              return start.apply(this, when);
            };
            if (navigator.wakeLock) {
              const request = navigator.wakeLock.request.bind(navigator.wakeLock);
              navigator.wakeLock.request = (...what) => { window.wakes++; return request(...what); };
            }
            """;

    private static final String SCRIPT = "script[src*='/assets/kiosk']";

    @Test
    void aScreenHelpsItselfThroughAllThatHappensToItsServer(Tab tab, @TempDir Path folder) throws Exception {
        tab.expect("ERR_|network|abort|EventSource|401");
        Page page = tab.page();
        page.clock().install();
        page.addInitScript(WATCH);
        page.setViewportSize(1280, 720);
        Programs programs = new Programs(folder);
        try (SimulatedEiger eiger =
                        SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 12, false), Clock.systemUTC());
                RunningProgram first = programs.start(eiger, 0)) {
            String origin = "http://localhost:" + first.port();
            FloorTv tv = FloorTv.connect(tab, origin, first, "Hall 7", Map.of("sound", "yes"));
            tv.live(LONG);
            tv.right(LONG);
            itIsHeardWhenAPrinterNewlyNeedsHands(tab, eiger.simulation().printer("X7-03"));

            first.freeze();
            SimulatedPrinter jammed = eiger.simulation().printer("X7-04");
            jammed.jam();
            tv.lost(15_000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/wall-old-server.png")));
            first.thaw();
            tv.live(LONG);
            assertThat(tab.element("printer", jammed.id())).hasAttribute("data-group", "hands");
            tv.right(LONG);

            String token = tv.token();
            String script = tab.see(SCRIPT).getAttribute("src");
            first.kill();
            tv.lost(10_000);
            // As TVs do when they wake up, which are to stay on the board that they have.
            page.setViewportSize(1920, 1080);
            page.waitForFunction("() => document.cookie.includes('viewport=1920x1080')");
            tv.lost(1_000);
            jammed.mend();

            try (RunningProgram second = programs.startAnotherVersion(eiger, first.port())) {
                tv.says("data-size", "1920x1080", LONG);
                assertThat(tab.see(SCRIPT)).hasAttribute("src", Programs.another(script));
                tv.live(LONG);
                assertThat(tab.element("printer", jammed.id())).not().hasAttribute("data-group", "hands");
                tv.right(LONG);
                assertThat(tv.token()).isEqualTo(token);
                itLoadsItselfAnewAtNight(tv, programs.clock());
                assertThat(second.errors()).isEmpty();
            }
            tv.lost(10_000);
        }
    }

    private static void itIsHeardWhenAPrinterNewlyNeedsHands(Tab tab, SimulatedPrinter printer) {
        Page page = tab.page();
        assertThat(page.evaluate("() => !navigator.wakeLock || window.wakes > 0"))
                .isEqualTo(true);
        assertThat(tab.see("#k-quiet")).isVisible();
        page.keyboard().press("Enter");
        assertThat(tab.see("#k-quiet")).isHidden();
        assertThat(page.evaluate("() => window.tones")).isEqualTo(0);
        printer.jam();
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "hands");
        page.waitForFunction("() => window.tones > 0");
    }

    /** A page that is older than an hour, between three and four o’clock where the screen hangs. */
    private static void itLoadsItselfAnewAtNight(FloorTv tv, ShiftedClock clock) {
        Page page = tv.page();
        List<String> loads = new ArrayList<>();
        page.onLoad(loaded -> loads.add(loaded.url()));
        clock.set(ZonedDateTime.now(Programs.ZONE)
                .plusDays(1)
                .with(LocalTime.of(3, 40))
                .toInstant());
        page.clock().fastForward(Duration.ofHours(2).toMillis());
        page.waitForCondition(() -> !loads.isEmpty(), new Page.WaitForConditionOptions().setTimeout(LONG));
        tv.live(LONG);
        tv.right(LONG);
        assertThat(loads).hasSize(1);
        assertThat(tv.page().locator("#k-clock")).hasText(Pattern.compile("03:4\\d"));
    }
}
