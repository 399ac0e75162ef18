package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.nordwand.browser.Browsing;
import io.nordwand.browser.Tab;
import io.nordwand.browser.WithoutScript;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import io.nordwand.kiosk.Display.Layout;
import io.nordwand.kiosk.Display.Turn;
import io.nordwand.web.PageTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/**
 * That a screen's picture fits at every size: nothing to scroll, no text cut off, no two boxes over each other, no type below
 * what is read at the farthest place. The pictures are kept for people.
 */
@ContextConfiguration(classes = KioskSite.class)
@ExtendWith(Browsing.class)
class WallIT extends PageTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<Viewport> SIZES = List.of(
            new Viewport(1280, 720, true),
            new Viewport(1920, 1080, true),
            new Viewport(3840, 2160, true),
            new Viewport(1080, 1920, true));

    /** Distances in metres at which so many printers are looked at. */
    private static final Map<Integer, List<Double>> DISTANCES =
            Map.of(12, List.of(5.0, 8.0), 60, List.of(5.0, 1.6), 200, List.of(5.0, 1.6));

    /** What is wrong with a picture, in sentences. */
    private static final String LOOK = """
            (least) => {
              const faults = [];
              const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
              const board = document.getElementById("board");
              const inner = board.getBoundingClientRect();
              const root = document.documentElement;
              if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) faults.push("the page scrolls");
              if (board.scrollHeight > board.clientHeight + 1 || board.scrollWidth > board.clientWidth + 1)
                faults.push(`the board is ${board.scrollWidth}x${board.scrollHeight} in ${board.clientWidth}x${board.clientHeight}`);
              const name = (e) => `${e.tagName.toLowerCase()}.${e.className?.baseVal ?? e.className}#${e.closest("[id]")?.id} “${e.textContent.trim().slice(0, 60)}”`;
              const seen = (e) => e.getClientRects().length > 0 && !e.closest(".sr, .sprite")
                && getComputedStyle(e).clipPath === "none";
              const near = ".kt__note, .k-word, .k-quiet";
              for (const e of board.querySelectorAll("*")) {
                if (!seen(e) || e.closest("svg")) continue;
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (e.tagName === "PROGRESS") continue;
                const box = e.getBoundingClientRect();
                if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).display !== "inline")
                  faults.push(`${name(e)} is cut at the side: ${e.scrollWidth} in ${e.clientWidth}`);
                if (e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0 && !["visible"].includes(getComputedStyle(e).overflowY))
                  faults.push(`${name(e)} is cut below: ${e.scrollHeight} in ${e.clientHeight}`);
                if (!own) continue;
                if (box.right > inner.right + 1 || box.left < inner.left - 1 || box.bottom > inner.bottom + 1)
                  faults.push(`${name(e)} leaves the screen`);
                const holder = e.closest(".kt, .k-ask, .k-row, .k-head, .k-calm, .k-message");
                if (holder) {
                  const h = holder.getBoundingClientRect();
                  if (box.left < h.left - 1 || box.right > h.right + 1 || box.top < h.top - 3 * Math.max(1, unit) || box.bottom > h.bottom + 3 * Math.max(1, unit))
                    faults.push(`${name(e)} leaves its ${holder.className}`);
                }
                const type = parseFloat(getComputedStyle(e).fontSize) / unit;
                if (!e.matches(near) && !e.closest(near) && type < least - 0.6)
                  faults.push(`${name(e)} has type ${type.toFixed(1)}, less than ${least}`);
              }
              const boxes = [...board.querySelectorAll(".kt, .k-ask, .k-row, .k-head, .k-message, .k-calm, .k-more, h2, .k-head > *, .k-sum li")]
                .filter(seen).map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width > 0 && b.height > 0);
              for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                const [a, x] = boxes[i], [b, y] = boxes[j];
                if (a.contains(b) || b.contains(a)) continue;
                if (x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 1 && y.top < x.bottom - 1)
                  faults.push(`${name(a)} lies over ${name(b)}`);
              }
              return faults.slice(0, 6).map(f => f.split(/[ \\n]+/).join(' '));
            }
            """;

    @Autowired
    private FakeCopy copy;

    @Autowired
    private BoardPages pages;

    @Autowired
    private BoardHtml html;

    @Test
    void theWallFitsAnyNumberOfPrintersOnAnyScreen(@WithoutScript Tab tab) {
        List<String> faults = new ArrayList<>();
        for (int count : List.of(1, 12, 60, 200)) {
            show(Hall.of(count));
            for (Viewport size : SIZES) {
                for (double metres : DISTANCES.getOrDefault(count, List.of(5.0))) {
                    Display display = display(metres, Layout.WALL);
                    look(tab, display, size, "", "wall-%d-%s-%sm".formatted(count, size.text(), metres), faults);
                }
            }
        }
        show(Hall.of(24));
        look(tab, display(3, Layout.WALL), Viewport.UPRIGHT, "", "wall-24-upright", faults);
        for (double metres : List.of(3.0, 5.0, 8.0)) {
            for (Viewport size : List.of(SIZES.get(1), SIZES.get(3))) {
                String name = "old-24-%s-%sm".formatted(size.text(), metres);
                look(tab, display(metres, Layout.WALL), size, "", old(), name, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void listsFitOnAnyScreen(@WithoutScript Tab tab) {
        List<String> faults = new ArrayList<>();
        show(Hall.of(60));
        for (Layout layout : List.of(Layout.EVENTS, Layout.QUEUES)) {
            for (Viewport size : SIZES) {
                for (double metres : size.width() == 1920 ? List.of(2.0, 5.0) : List.of(5.0)) {
                    String name = "%s-60-%s-%sm".formatted(layout.name().toLowerCase(Locale.ROOT), size.text(), metres);
                    look(
                            tab,
                            display(metres, layout),
                            size,
                            "Fire drill at 15:00: leave by the north door",
                            name,
                            faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void germanWordsAndNamesOfPeopleFitToo(@WithoutScript Tab tab) {
        List<String> faults = new ArrayList<>();
        show(Hall.of(24));
        Hall.titles().forEach(title -> copy.put("job-" + title, null, "Katharina Brandstätter-Hohenlohe"));
        for (Layout layout : Layout.values()) {
            for (Viewport size : layout == Layout.WALL ? List.of(SIZES.get(1), SIZES.get(3)) : List.of(SIZES.get(1))) {
                for (double metres : List.of(2.5, 5.0)) {
                    String name =
                            "german-%s-%s-%sm".formatted(layout.name().toLowerCase(Locale.ROOT), size.text(), metres);
                    Display display = display(metres, layout, Locale.GERMANY);
                    look(tab, display, size, "", name, faults);
                    if (layout == Layout.WALL && metres > 3) {
                        look(tab, display, size, "", old(), "old-" + name, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void awkwardNamesFitToo(@WithoutScript Tab tab) {
        List<String> faults = new ArrayList<>();
        show(Hall.odd(20));
        for (Viewport size : List.of(SIZES.get(1), SIZES.get(3))) {
            for (double metres : List.of(3.0, 8.0)) {
                for (Layout layout : Layout.values()) {
                    String name = "odd-%s-%s-%sm".formatted(layout, size.text(), metres);
                    look(tab, display(metres, layout), size, "", name.toLowerCase(Locale.ROOT), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** For people to look at: colour is never all that tells two states apart. */
    @Test
    void picturesAreKeptAsColourBlindPeopleSeeThem(@WithoutScript Tab tab) {
        for (double metres : List.of(5.0, 3.0)) {
            show(Hall.of(metres > 4 ? 24 : 12));
            open(tab, pages.page(display(metres, Layout.WALL), SIZES.get(1), ""), current());
            CDPSession session = tab.profile().newCDPSession(tab.page());
            for (String kind : List.of("deuteranopia", "protanopia", "tritanopia", "achromatopsia")) {
                JsonObject type = new JsonObject();
                type.addProperty("type", kind);
                session.send("Emulation.setEmulatedVisionDeficiency", type);
                shoot(tab, "wall-%sm-%s".formatted(metres, kind));
            }
        }
        Object shapes = tab.page().evaluate("""
                () => Object.fromEntries([...document.querySelectorAll(".kt")].map(tile =>
                    [tile.dataset.group, tile.querySelector("use")?.getAttribute("href") ?? "ring"]))""");
        assertThat(((Map<?, ?>) shapes).values().stream().distinct()).hasSize(((Map<?, ?>) shapes).size());
    }

    private static Display display(double metres, Layout layout) {
        return display(metres, layout, Locale.UK);
    }

    /** Where it speaks another language, it is light and names people as well. */
    private static Display display(double metres, Layout layout, Locale locale) {
        Display usual = Display.first(Locale.UK, ZoneOffset.UTC);
        return new Display(
                usual.printers(),
                List.of(new Turn(layout, Duration.ofSeconds(30))),
                locale.equals(Locale.UK) ? usual.look() : Display.Look.LIGHT,
                locale,
                usual.zone(),
                metres,
                usual.diagonalInches(),
                false,
                true,
                !locale.equals(Locale.UK),
                false,
                null);
    }

    private void look(Tab tab, Display display, Viewport size, String message, String name, List<String> faults) {
        look(tab, display, size, message, current(), name, faults);
    }

    private void look(
            Tab tab,
            Display display,
            Viewport size,
            String message,
            Current current,
            String name,
            List<String> faults) {
        Board board = pages.page(display, size, message);
        open(tab, board, current);
        int type = board.plan().least() <= 120 ? board.plan().least() : 0;
        for (int leaf = 1; leaf <= Math.min(3, board.leaves().size()); leaf++) {
            tab.page()
                    .evaluate(
                            "(on) => document.querySelectorAll('.k-leaf').forEach((l, i) => l.hidden = i + 1 !== on)",
                            leaf);
            List<?> found = (List<?>) tab.page().evaluate(LOOK, type);
            found.forEach(fault -> faults.add(name + ": " + fault));
            if (leaf == 1 && !name.startsWith("odd-")) {
                shoot(tab, name);
            }
        }
    }

    /** The longest that it can say of itself. */
    private static Current old() {
        Instant then = NOW.minus(Duration.ofHours(30));
        return Current.of(
                new Freshness(then, then, new Trouble.Unavailable("Eiger does not answer.", null), null),
                NOW,
                Duration.ofSeconds(15));
    }

    private static Current current() {
        return Current.of(new Freshness(NOW, null, null, null), NOW, Duration.ofSeconds(15));
    }

    private void open(Tab tab, Board board, Current current) {
        Viewport size = board.viewport();
        tab.page().setViewportSize(size.width(), size.height());
        tab.page().unroute("**/*");
        String page = html.page(board, current, "Hall", "/wall/events");
        tab.page().route("**/*", route -> answer(route, page));
        tab.open("/wall");
        tab.page().evaluate("async () => { await document.fonts.ready; }");
    }

    private static void answer(Route route, String page) {
        String path = java.net.URI.create(route.request().url()).getPath();
        if (path.startsWith("/assets/")) {
            route.fulfill(new Route.FulfillOptions().setPath(Path.of("target/classes/static" + path)));
        } else if (path.equals("/wall")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setBody(page));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        }
    }

    private static void shoot(Tab tab, String name) {
        tab.page().screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
