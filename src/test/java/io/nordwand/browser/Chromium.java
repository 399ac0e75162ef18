package io.nordwand.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * A Chromium, headless, for all tests of a run. One that hangs is ended, since Playwright waits for it without a limit; the
 * next test gets another one.
 */
final class Chromium implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

    /** Longer than anything that is asked of a browser takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Playwright's own five seconds are for a machine that does nothing else. */
    private static final double ASSERTION_MILLIS = 15_000;

    /**
     * The shell comes first: it has no windows. A whole Chromium opens one for each profile, and closing the profile waits
     * for that window to go, now and then for ever.
     */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome");

    /** No traffic of its own; no sandbox, which a container's root could not have. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final List<ProcessHandle> driver;
    private final Browser browser;
    private volatile boolean ended;

    private Chromium(Playwright playwright, List<ProcessHandle> driver, Browser browser) {
        this.playwright = playwright;
        this.driver = driver;
        this.browser = browser;
    }

    /** The browser that CHROMIUM names, or the first known one on the PATH. */
    static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether a run without a browser must fail. */
    static boolean required() {
        return Boolean.parseBoolean(System.getenv("NORDWAND_REQUIRE_BROWSER"));
    }

    static Chromium start() {
        Path executable = installed()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "NORDWAND_REQUIRE_BROWSER is set, but no Chromium was found: install one, or name it in CHROMIUM"));
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLIS);
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<ProcessHandle> driver = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
        return new Chromium(playwright, driver, browser);
    }

    /** Whether a test can still be given to it. */
    boolean works() {
        return !ended && browser.isConnected();
    }

    /** Playwright's own browser. */
    Browser browser() {
        return browser;
    }

    /** Pages go first: a profile that is taken away under an open page is what a browser is worst at. */
    void close(BrowserContext profile) {
        close(profile, PATIENCE);
    }

    void close(BrowserContext profile, Duration patience) {
        try {
            within(patience, () -> {
                profile.pages().forEach(Page::close);
                profile.close();
                return true;
            });
        } catch (PlaywrightException gone) {
            if (works()) {
                throw gone;
            }
        }
    }

    /** Does what Playwright sets no limit to; if it takes longer than it ever may, the browser is ended and it fails. */
    <T> T patiently(Supplier<T> work) {
        return within(PATIENCE, work);
    }

    private <T> T within(Duration patience, Supplier<T> work) {
        Disposable limit = Mono.delay(patience).subscribe(late -> end());
        try {
            return work.get();
        } finally {
            limit.dispose();
        }
    }

    /** All that run for it now: the browser's own and Playwright's driver, which would not notice that they are gone. */
    List<ProcessHandle> processes() {
        return driver.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private void end() {
        ended = true;
        List<ProcessHandle> processes = processes();
        LOG.warn("Chromium hangs; its {} processes are ended and the next test starts another one", processes.size());
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    /** Of one that was ended nothing is left but the files that Playwright unpacked. */
    @Override
    public void close() {
        try {
            patiently(() -> {
                browser.close();
                playwright.close();
                return true;
            });
        } catch (PlaywrightException gone) {
            if (!ended) {
                throw gone;
            }
        }
    }
}
