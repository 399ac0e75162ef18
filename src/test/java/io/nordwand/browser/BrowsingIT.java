package io.nordwand.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the browser tests notice what they claim to notice, shown on pages that are wrong. */
@ExtendWith(Browsing.class)
class BrowsingIT {

    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/throw.js", 200, "text/javascript", "throw new Error('thrown by the script')");
        answer("/missing.png", 404, "text/plain", "");
        answer("/favicon.ico", 204, "image/x-icon", "");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aGoodPageIsPassed(Tab tab) {
        tab.open(serve("<main><h1>Fine</h1><p>Text</p></main>"));
        tab.assertAccessible().assertFits(Size.PHONE);
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void anInlineScriptIsABreachOfThePolicy(Tab tab) {
        tab.expect("Content Security Policy").open(serve("<main><h1>Bad</h1><script>1</script></main>"));
        assertThat(tab.complaints()).singleElement().asString().startsWith("console: policy: script-src-elem");
        tab.expect("policy:");
    }

    @Test
    void anUncaughtExceptionIsHeard(Tab tab) {
        tab.open(serve("<main><h1>Bad</h1><script src=/throw.js></script></main>"));
        assertThat(tab.complaints()).singleElement().asString().contains("exception", "thrown by the script");
        tab.expect("exception");
    }

    @Test
    void aMissingFileIsHeard(Tab tab) {
        tab.open(serve("<main><h1>Bad</h1><img src=/missing.png alt=Picture></main>"));
        assertThat(tab.complaints()).singleElement().asString().contains("404");
        tab.expect("404");
    }

    @Test
    void axeNamesTheElementAndTheRule(Tab tab) {
        tab.open(serve("<main><h1>Bad</h1><img src=/missing.png></main>")).expect("404");
        assertThatThrownBy(tab::assertAccessible).hasMessageContaining("image-alt");
    }

    @Test
    void aPageThatIsTooWideDoesNotFit(Tab tab) {
        tab.open(serve("<main><h1>Bad</h1><svg width=800 height=1></svg></main>"));
        assertThatThrownBy(() -> tab.assertFits(Size.PHONE)).hasMessageContaining("PHONE");
    }

    /** Stopped by a signal, it keeps its connections and says nothing more, like one that waits for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBrowserThatHangsIsEndedAndNothingWaitsForIt() throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.start()) {
            Tab tab = new Tab(chromium, "", true).open(serve("<main><h1>Fine</h1></main>"));
            for (ProcessHandle process : chromium.processes()) {
                assertThat(new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                                .start()
                                .waitFor())
                        .isZero();
            }
            chromium.close(tab.profile(), Duration.ofSeconds(1));
            assertThat(chromium.works()).isFalse();
        }
    }

    private static String serve(String body) {
        String path = "/" + UUID.randomUUID();
        answer(path, 200, "text/html", "<!doctype html><html lang=en><title>Test</title>" + body);
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void answer(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
