package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.nordwand.ShiftedClock;
import io.nordwand.ShiftedProgram;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.SimulatorProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
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

    @TempDir
    private Path folder;

    private Path data;
    private Path clockFile;
    private ShiftedClock clock;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        clockFile = folder.resolve("clock");
        clock = ShiftedClock.at(clockFile);
    }

    @Test
    void aScreenHelpsItselfThroughAllThatHappensToItsServer(Tab tab) throws Exception {
        tab.expect("ERR_|network|abort|EventSource|401");
        Page page = tab.page();
        page.clock().install();
        page.addInitScript(WATCH);
        page.setViewportSize(1280, 720);
        try (SimulatedEiger eiger =
                        SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 12, false), Clock.systemUTC());
                RunningProgram first = start(eiger, 0)) {
            String origin = "http://localhost:" + first.port();
            FloorTv tv = FloorTv.connect(tab, origin, first, "Hall 7", Map.of("sound", "yes"));
            tv.live(LONG);
            tv.right(LONG);
            itIsHeardWhenAPrinterNewlyNeedsHands(tab, eiger.simulation().printer("X7-03"));

            first.freeze();
            SimulatedPrinter jammed = eiger.simulation().printer("X7-04");
            jammed.jam();
            tv.lost(15_000);
            first.thaw();
            tv.live(LONG);
            assertThat(tab.element("printer", jammed.id())).hasAttribute("data-group", "hands");
            tv.right(LONG);

            String token = token(tab);
            String script = tab.see(SCRIPT).getAttribute("src");
            first.kill();
            tv.lost(10_000);
            // As TVs do when they wake up, which are to stay on the board that they have.
            page.setViewportSize(1920, 1080);
            page.waitForFunction("() => document.cookie.includes('viewport=1920x1080')");
            tv.lost(1_000);
            jammed.mend();

            try (RunningProgram second = start(eiger, first.port(), anotherVersion())) {
                tv.says("data-size", "1920x1080", LONG);
                assertThat(tab.see(SCRIPT)).hasAttribute("src", script.replace(".js", "A.js"));
                tv.live(LONG);
                assertThat(tab.element("printer", jammed.id())).not().hasAttribute("data-group", "hands");
                tv.right(LONG);
                assertThat(token(tab)).isEqualTo(token);
                itLoadsItselfAnewAtNight(tv);
                assertThat(second.errors()).isEmpty();
            }
            tv.lost(10_000);
        }
    }

    private static void itIsHeardWhenAPrinterNewlyNeedsHands(Tab tab, SimulatedPrinter printer) {
        Page page = tab.page();
        assertThat(page.evaluate("() => !navigator.wakeLock || window.wakes > 0")).isEqualTo(true);
        assertThat(tab.see("#k-quiet")).isVisible();
        page.keyboard().press("Enter");
        assertThat(tab.see("#k-quiet")).isHidden();
        assertThat(page.evaluate("() => window.tones")).isEqualTo(0);
        printer.jam();
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "hands");
        page.waitForFunction("() => window.tones > 0");
    }

    /** A page that is older than an hour, between three and four o’clock where the screen hangs. */
    private void itLoadsItselfAnewAtNight(FloorTv tv) {
        Page page = tv.page();
        List<String> loads = new ArrayList<>();
        page.onLoad(loaded -> loads.add(loaded.url()));
        clock.set(ZonedDateTime.now(ZONE)
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

    private static String token(Tab tab) {
        return tab.profile().cookies().stream()
                .filter(cookie -> cookie.httpOnly)
                .map(cookie -> cookie.value)
                .reduce("", String::concat);
    }

    private RunningProgram start(SimulatedEiger eiger, int port, String... versions)
            throws IOException, InterruptedException {
        String classes = Stream.concat(Stream.of(versions), Stream.of(RunningProgram.wholeClassPath()))
                .reduce((some, more) -> some + java.io.File.pathSeparator + more)
                .orElseThrow();
        List<String> java = RunningProgram.java("-XX:TieredStopAtLevel=1", "-Dtest.clock=" + clockFile);
        java.addAll(List.of("-cp", classes, ShiftedProgram.class.getName()));
        return RunningProgram.startAs(
                data, eiger.access(), List.of("--server.port=" + port, "--nordwand.web.zone=" + ZONE), java);
    }

    /** The same assets, the screens’ script under another name, as a build of other sources has it. */
    private String anotherVersion() throws IOException {
        Path here = new org.springframework.core.io.ClassPathResource("static/assets/manifest.json")
                .getFile()
                .toPath()
                .getParent();
        Path other = Files.createDirectories(folder.resolve("other/static/assets"));
        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Files.copy(file, other.resolve(another(name)));
            }
        }
        Path manifest = other.resolve("manifest.json");
        Files.writeString(manifest, another(Files.readString(manifest)));
        return folder.resolve("other").toString();
    }

    private static String another(String text) {
        return text.replaceAll("(kiosk\\.\\w+)\\.js", "$1A.js");
    }
}
