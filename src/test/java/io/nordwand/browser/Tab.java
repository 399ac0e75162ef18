package io.nordwand.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A browser with a profile of its own and, at first, one page, in which a test does what a person would do. */
public final class Tab implements AutoCloseable {

    private static final int PAGES_ON_THE_WAY = 4;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Cookies of who is signed in, by program and name. */
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    /** Fonts are there, and what moved has come to rest. */
    private static final String SETTLED = """
            async () => {
              await document.fonts.ready;
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              await Promise.allSettled(document.getAnimations()
                .filter(each => each.effect.getComputedTiming().endTime < Infinity).map(each => each.finished));
            }
            """;

    /** Colours change at once: going over into others, even in no time, they would take a frame for each level of nesting. */
    private static final String STILL = """
            () => {
              const still = new CSSStyleSheet();
              still.replaceSync('*, *::before, *::after { transition: none !important }');
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
            }
            """;

    private final Chromium chromium;
    private final BrowserContext context;
    private final Complaints complaints;
    private final String origin;
    private final boolean script;
    private final Page page;

    Tab(Chromium chromium, String origin, boolean script) {
        this.chromium = chromium;
        this.origin = origin;
        this.script = script;
        this.context = chromium.patiently(() -> chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(origin)
                        .setJavaScriptEnabled(script)
                        .setViewportSize(Size.DESKTOP.width, Size.DESKTOP.height)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Zurich")));
        context.setDefaultTimeout(15_000);
        this.complaints = new Complaints(context);
        this.page = chromium.patiently(context::newPage);
    }

    /** Playwright's own page, for all that has no word here. */
    public Page page() {
        return page;
    }

    /** A second page of the same profile, as a person would open one. */
    public Page another() {
        return context.newPage();
    }

    /** A new profile, with nothing cached, that is signed in as this one is. */
    public Tab withCookiesOnly() {
        Tab fresh = new Tab(chromium, origin, true);
        fresh.context.addCookies(context.cookies());
        return fresh;
    }

    /** A new profile of somebody else. */
    public Tab stranger() {
        return new Tab(chromium, origin, true);
    }

    /** A new profile of somebody else whose JavaScript is switched off. */
    public Tab strangerWithoutScript() {
        return new Tab(chromium, origin, false);
    }

    /** Cookies, routes and what else belongs to all pages of the profile. */
    public BrowserContext profile() {
        return context;
    }

    /** Opens a path of the program, or a full address. */
    public Tab open(String url) {
        page.navigate(url);
        return this;
    }

    /** Opens the sign-in page, fills its form and waits for the page that follows. */
    public Tab signIn(String user) {
        page.navigate("/login");
        return answerSignIn(user);
    }

    /**
     * Is signed in, by a session that an earlier test began if there is one: for tests that only look, since what people
     * left behind in a session (ticks, forms) is there too.
     */
    public Tab signedIn(String user) {
        List<Cookie> session = SESSIONS.get(origin + " " + user);
        if (session == null) {
            signIn(user);
            SESSIONS.put(origin + " " + user, context.cookies());
        } else {
            context.addCookies(session);
        }
        return this;
    }

    /** Fills the sign-in page that is open, with a demo account, whose password is its name. */
    public Tab answerSignIn(String user) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user);
        page.locator("form:has(input[name=password]) [type=submit]").click();
        page.waitForURL(url -> url.startsWith(origin) && !url.contains("/login"));
        return this;
    }

    /** What the element of that id looks like; cards are printer-<device id>, rows of a queue entry-<queued job id>. */
    public Locator element(String noun, Object key) {
        return page.locator("[id='%s-%s']".formatted(noun, key));
    }

    /** The first element that the CSS or text selector finds. */
    public Locator see(String selector) {
        return page.locator(selector).first();
    }

    /** From now on complaints in which the pattern is found are no fault: a test that stops the server causes some. */
    public Tab expect(String pattern) {
        complaints.expect(pattern);
        return this;
    }

    /** What the browser complained about so far and nobody expected. */
    public List<String> complaints() {
        return complaints.unexpected();
    }

    /** Fails for each element that axe objects to, in the theme that is on. */
    public Tab assertAccessible() {
        assertThat(Axe.violations(page)).as("axe, %s", page.url()).isEmpty();
        return this;
    }

    /**
     * Looks at a page in both themes: axe has no objection, on no screen anything has to be scrolled sideways, and pictures
     * are kept for people. Themes differ in colours alone, so one of them is seen on all screens and by all rules.
     */
    public void look(String name, Runnable opening) {
        dress(ColorScheme.DARK);
        opening.run();
        for (Size size : Size.values()) {
            resize(size);
            page.evaluate(SETTLED);
            shoot(name, size, ColorScheme.DARK);
            assertNothingSideways(size);
        }
        resize(Size.DESKTOP);
        assertAccessible();
        page.evaluate(STILL);
        dress(ColorScheme.LIGHT);
        page.evaluate(SETTLED);
        shoot(name, Size.DESKTOP, ColorScheme.LIGHT);
        assertThat(Axe.faultyColours(page)).as("axe in light, %s", page.url()).isEmpty();
    }

    private void dress(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Fails if the page can be scrolled sideways at this size. */
    public Tab assertFits(Size size) {
        resize(size);
        assertNothingSideways(size);
        resize(Size.DESKTOP);
        return this;
    }

    private void resize(Size size) {
        page.setViewportSize(size.width, size.height);
    }

    private void assertNothingSideways(Size size) {
        int width = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        assertThat(width).as("width of %s at %s", page.url(), size).isLessThanOrEqualTo(size.width);
    }

    private void shoot(String name, Size size, ColorScheme scheme) {
        String file = "%s-%s-%s.png".formatted(name, label(size), label(scheme));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    void recordFailure(String name) {
        if (!page.isClosed()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("failed-" + name + ".png"))
                    .setFullPage(true));
        }
    }

    void assertNoComplaints() {
        if (script && !page.isClosed()) {
            // An answer comes after all that the browser had to say before it.
            answer(PAGES_ON_THE_WAY);
        }
        complaints.assertNone();
    }

    /** A second click may still lead on to the page where the first one led, and that may load itself anew. */
    private void answer(int pages) {
        try {
            chromium.patiently(() -> page.evaluate("() => true"));
        } catch (PlaywrightException leaving) {
            if (pages == 0) {
                throw leaving;
            }
            page.waitForLoadState();
            answer(pages - 1);
        }
    }

    @Override
    public void close() {
        chromium.close(context);
    }
}
