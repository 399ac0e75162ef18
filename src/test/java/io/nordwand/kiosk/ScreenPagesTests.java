package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.web.Browser;
import io.nordwand.web.MovableClock;
import io.nordwand.web.WebTestConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** From an unknown browser to a screen and back, as the TV and the administrator see it. */
@SpringBootTest(
        classes = {WebTestConfiguration.class, ScreenSite.class},
        properties = "nordwand.web.zone=UTC")
@AutoConfigureWebTestClient(timeout = "60s")
class ScreenPagesTests {

    private static final String SCREENS = "/screens";
    private static final String TV = "/kiosk";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Screens screens;

    @Autowired
    private FakeAudit audit;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Codes codes;

    private Browser admin;
    private Browser tv;

    @BeforeEach
    void open() {
        admin = new Browser(client).signIn("admin");
        admin.page(SCREENS);
        tv = new Browser(client);
    }

    @AfterEach
    void auditWorks() {
        audit.refuse(false);
        // Codes and wrong guesses of this test are history for the next.
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void anUnknownBrowserIsShownACodeThatIsItsOwn() {
        Browser.Answer answer = tv.get(TV, "Accept", "text/html");
        String code = code(answer.page());
        Document page = answer.page();

        assertThat(code).matches("[2-9A-HJ-NP-Z]{6}");
        assertThat(page.select(".pair h1 b").text()).endsWith("/screens").doesNotContain("://");
        assertThat(page.select(".pair__qr svg path").attr("d")).startsWith("M0 0h7v1h-7z");
        assertThat(page.select("noscript").html()).contains("http-equiv=\"refresh\" content=\"5\"");
        assertThat(page.select("a, button, input, [tabindex]"))
                .as("nothing needs a pointer or keys")
                .isEmpty();
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(code(tv.page(TV))).as("the same as long as it counts").isEqualTo(code);
        assertThat(code(new Browser(client).page(TV))).isNotEqualTo(code);
        assertThat(tv.get(TV + "/seen").body()).isEqualTo("waiting");
    }

    @Test
    void aTvGetsOneCookieWhichNoScriptReadsAndNeverASession() {
        List<String> first =
                tv.get(TV, "Accept", "text/html").result().getResponseHeaders().get("Set-Cookie");
        connect(tv, "Hall A");
        List<String> later =
                tv.get(TV, "Accept", "text/html").result().getResponseHeaders().get("Set-Cookie");

        assertThat(first)
                .singleElement()
                .asString()
                .matches("nordwand-screen=[\\w-]{43}; Path=/kiosk; Max-Age=660; .*HttpOnly; SameSite=Lax");
        assertThat(later)
                .singleElement()
                .asString()
                .matches("nordwand-screen=[\\w-]{43}; Path=/kiosk; Max-Age=34560000; .*HttpOnly; SameSite=Lax");
        assertThat(tv.session()).isEmpty();
    }

    @Test
    void behindTlsTheCookieIsSecureAndTheAddressIsTheOuterOne() {
        HttpHeaders[] headers = new HttpHeaders[1];
        String page = client.get()
                .uri("https://farm.example.com:8443/kiosk")
                .header("Accept", "text/html")
                .exchange()
                .expectBody(String.class)
                .consumeWith(result -> headers[0] = result.getResponseHeaders())
                .returnResult()
                .getResponseBody();

        assertThat(headers[0].getFirst("Set-Cookie"))
                .startsWith("__Secure-nordwand-screen=")
                .contains("; Secure");
        assertThat(page).contains("<b>farm.example.com:8443/screens</b>");
    }

    /** Nobody could type an address without a host. */
    @Test
    void whoAsksForNoHostGetsNoCode() {
        int waiting = codes.size();
        client.get()
                .uri(URI.create("http:/kiosk"))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(codes.size()).isEqualTo(waiting);
    }

    @Test
    void anAdministratorTypesTheCodeAndTheTvContinuesByItself() {
        String code = code(tv.page(TV));
        tv.get(TV + "/seen?size=1920x1080", "User-Agent", "Mozilla/5.0 (Tizen 6) Chrome/85.0 Safari/537.36");
        Document found = admin.page(
                SCREENS + "?code=" + code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(3));

        assertThat(found.select("#found").text()).contains("since", "1920 × 1080", "Chrome 85, Tizen");
        assertThat(found.select("#connect-screen input[name=name]").attr("aria-describedby"))
                .isEqualTo("name-hint");
        Browser.Answer answer =
                post("", "code", code, "name", "  Hall   B ", "series", "", "turn1", "queues", "look", "light");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith("/screens?told=pair&screen=");
        Document list = admin.page(answer.location());
        assertThat(list.select("[data-told=pair]").text()).startsWith("Hall B is connected");
        Screen screen = named("Hall B");
        Element row = list.expectFirst("#screen-" + screen.id());
        assertThat(row.text())
                .contains("Hall B", "Queues", "All printers", "1 printer", "Light", "admin", "Not seen yet");

        assertThat(tv.get(TV + "/seen?size=1280x720").body()).isEqualTo("connected");
        Document board = tv.page(TV);
        assertThat(board.title()).startsWith("Hall B");
        assertThat(board.select("#board [data-layout=queues]")).isNotEmpty();
        assertThat(board.select("html").attr("data-theme")).isEqualTo("light");
        assertThat(board.select("html").attr("data-stream")).isEqualTo("/kiosk/events");
        assertThat(row(screen).attr("data-live")).isEqualTo("true");
        assertThat(row(screen).text()).contains("1280 × 720");
        clock.advance(Sightings.GONE);
        assertThat(row(screen).attr("data-live")).isEqualTo("false");
        assertThat(row(screen).text()).contains("Not seen since");
        assertThat(last().operation()).isEqualTo("screen.pair");
        assertThat(last().subject()).isEqualTo("Hall B");
    }

    @Test
    void knowingACodeOrHavingUsedItGivesNothing() {
        String code = code(tv.page(TV));
        Browser thief = new Browser(client);
        assertThat(code(thief.page(TV + "?code=" + code))).isNotEqualTo(code);
        connect(tv, "Hall C");

        assertThat(thief.page(TV).select("#board")).isEmpty();
        assertThat(thief.get(TV + "/events", "Accept", "text/event-stream").status())
                .isEqualTo(401);
        Browser.Answer again = post("", "code", code, "name", "Mine", "turn1", "wall", "look", "dark");
        assertThat(again.status()).isEqualTo(404);
        assertThat(refusal(again)).isEqualTo("code-unknown");
    }

    @Test
    void theCodeEndsAndTheScreenGetsAnother() {
        String code = code(tv.page(TV));
        clock.advance(Codes.LIFE);

        assertThat(tv.get(TV + "/seen").body()).isEqualTo("over");
        assertThat(code(tv.page(TV))).isNotEqualTo(code);
        assertThat(refusal(admin.get(SCREENS + "?code=" + code, "Accept", "text/html")))
                .isEqualTo("code-unknown");
    }

    @Test
    void guessingIsHeldUpAlsoForTheRightCode() {
        for (int i = 0; i < Guesses.OF_ONE; i++) {
            assertThat(admin.get(SCREENS + "?code=AAAAA" + (i % 8 + 2), "Accept", "text/html")
                            .status())
                    .isEqualTo(404);
        }
        String code = code(tv.page(TV));

        Browser.Answer answer = admin.get(SCREENS + "?code=" + code, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.page().select("#found")).isEmpty();
        assertThat(post("", "code", code, "name", "Hall D", "turn1", "wall", "look", "dark")
                        .status())
                .isEqualTo(429);
        assertThat(codes.find(code)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\u0007", "x x x x x x x x x x x x x x x x x x x x x", "<script>"})
    void whatCanBeNoNameIsRefusedAndTheCodeCountsOn(String name) {
        String code = code(tv.page(TV));
        Browser.Answer answer = post("", "code", code, "name", name, "turn1", "wall", "look", "dark");

        assertThat(refusal(answer)).isEqualTo("name-invalid");
        assertThat(answer.page().select("#connect-screen input[name=code]").attr("value"))
                .isEqualTo(Code.written(code));
        assertThat(codes.find(code)).isNotNull();
    }

    @Test
    void aBrowserTakesThePlaceOfAnotherWithItsSettings() {
        connect(tv, "Hall E");
        Screen before = named("Hall E");
        Browser later = new Browser(client);
        String code = code(later.page(TV));
        Browser.Answer answer = post("", "code", code, "place", String.valueOf(before.id()), "name", "");

        assertThat(answer.location()).isEqualTo("/screens?told=replace&screen=" + before.id());
        assertThat(later.page(TV).title()).startsWith("Hall E");
        assertThat(tv.page(TV).select("#pair-code")).hasSize(1);
    }

    @Test
    void settingsAreSavedUnlessSomebodyElseWasFaster() {
        connect(tv, "Hall F");
        Screen screen = named("Hall F");
        String at = "/" + screen.id();
        Document form = admin.page(SCREENS + at);
        assertThat(form.select("input[name=metres]").attr("value")).isEqualTo("5");
        assertThat(form.select("input[name=kind][checked]").attr("value")).isEqualTo("all");
        assertThat(form.select("input[name=printer]")).isNotEmpty();
        assertThat(form.select("[id]").eachAttr("id")).doesNotHaveDuplicates();

        Browser.Answer saved = post(at, settings("Hall F2", "1", "zone", "America/New_York", "metres", "7,5"));
        assertThat(saved.location()).isEqualTo("/screens?told=edit&screen=" + screen.id());
        assertThat(named("Hall F2").display().distanceMetres()).isEqualTo(7.5);
        assertThat(named("Hall F2").display().partNames()).as("not ticked").isFalse();

        Browser.Answer late = post(at, settings("Hall F3", "1", "zone", "Asia/Tokyo"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(refusal(late)).isEqualTo("changed");
        assertThat(late.page().select("input[name=zone]").attr("value")).isEqualTo("Asia/Tokyo");
        assertThat(late.page().select(".soft").text()).contains("Changed by admin");
        assertThat(named("Hall F2").display().zone().getId()).isEqualTo("America/New_York");
        String version = late.page().select("input[name=version]").attr("value");
        assertThat(post(at, settings("Hall F3", version, "zone", "Asia/Tokyo")).status())
                .isEqualTo(303);

        assertThat(tv.page(TV).expectFirst("html").attr("data-fit")).isEqualTo("guessed");
        assertThat(post(at, settings("Hall F3", "3", "upright", "yes")).status())
                .isEqualTo(303);
        Document upright = tv.page(TV);
        assertThat(upright.expectFirst("html").attr("data-fit")).isEqualTo("upright");
        assertThat(upright.expectFirst("#board").attr("data-shape")).isEqualTo("tall");

        Browser.Answer odd = post(at, settings("Hall F3", "4", "zone", "Mars", "kind", "chosen"));
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.page().select(".field__err").eachAttr("id"))
                .containsExactlyInAnyOrder("wrong-zone", "wrong-printer");
        assertThat(post(at, "name", "Hall F3").status()).isEqualTo(400);
    }

    @Test
    void whoActsOnAScreenThatSomebodyElseDisconnectedIsToldSo() {
        connect(tv, "Hall L");
        String at = "/" + named("Hall L").id();
        assertThat(post(at + "/revoke").status()).isEqualTo(303);

        for (String deed : List.of("/revoke", "/identify", "/reload", "/silence")) {
            Browser.Answer late = post(at + deed);
            assertThat(late.status()).as(deed).isEqualTo(409);
            assertThat(refusal(late)).as(deed).isEqualTo("gone");
        }
        Browser.Answer saved = post(at, settings("Hall L2", "1", "zone", "Asia/Tokyo"));
        assertThat(saved.status()).isEqualTo(409);
        assertThat(refusal(saved)).isEqualTo("gone");
    }

    /** Else a line could be made to read other than it was written. */
    @Test
    void aMessageHasNothingThatTurnsItsDirection() {
        connect(tv, "Hall M");
        post("/message", "text", "Gate \u202e4\u202c \u2066stays\u2069 open", "to", "", "for", "2h");
        assertThat(tv.page(TV).select("#k-message").text()).isEqualTo("Gate 4 stays open");
    }

    @Test
    void aNameAskedForAndAMessageReachATvWithoutJavaScriptWithItsNextPage() {
        connect(tv, "Hall G");
        Screen screen = named("Hall G");
        assertThat(tv.page(TV).select("#k-name").hasAttr("hidden")).isTrue();

        assertThat(post("/" + screen.id() + "/identify").location())
                .isEqualTo("/screens?told=identify&screen=" + screen.id());
        assertThat(post("/message", "text", " Line 3\nstops  at noon ", "to", "", "for", "2h")
                        .location())
                .isEqualTo("/screens?told=message");
        clock.advance(Duration.ofSeconds(30));
        Document page = tv.page(TV);
        assertThat(page.select("#k-name:not([hidden])").text()).isEqualTo("Hall G");
        assertThat(page.select("#k-message").text()).isEqualTo("Line 3 stops at noon");
        assertThat(row(screen).select("q").text()).isEqualTo("Line 3 stops at noon");

        clock.advance(Duration.ofHours(2));
        assertThat(tv.page(TV).select("#k-message, #k-name:not([hidden])")).isEmpty();
        assertThat(row(screen).select("q")).isEmpty();
        assertThat(refusal(post("/message", "text", "x".repeat(141), "to", ""))).isEqualTo("message-invalid");
        assertThat(refusal(post("/message", "text", "x", "to", "99999"))).isEqualTo("gone");
    }

    @Test
    void theStreamTellsWhatAnAdministratorDoesAndEndsWithTheScreen() {
        connect(tv, "Hall H");
        Screen screen = named("Hall H");
        String at = "/" + screen.id();
        StepVerifier.create(messages(tv)
                        .filter(html -> html.contains("#k-name")
                                || html.contains("#k-version")
                                || html.contains("k-message")
                                || html.contains("k-notice")))
                .assertNext(html -> assertThat(html).contains("k-version", "1.0"))
                .assertNext(html -> assertThat(html).contains("#k-name", "hidden"))
                .then(() -> post("/message", "text", "Fire drill", "for", "8h", "to", String.valueOf(screen.id())))
                .assertNext(html -> assertThat(html).contains("#board", "Fire drill"))
                .then(() -> post(at + "/reload"))
                .assertNext(html -> assertThat(html).contains("k-version", "1.1"))
                .then(() -> post(at + "/identify"))
                .assertNext(
                        html -> assertThat(html).contains("#k-name", "Hall H").doesNotContain("hidden"))
                .then(() -> post(at + "/revoke"))
                .assertNext(html -> assertThat(html)
                        .contains("#board", "This screen was disconnected")
                        .doesNotContain("X7-01", "Fire drill"))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
        assertThat(tv.get(TV + "/events", "Accept", "text/event-stream").status())
                .isEqualTo(401);
        assertThat(tv.get(TV + "/seen").body()).isEqualTo("over");
        assertThat(tv.page(TV).select("#pair-code")).hasSize(1);
        assertThat(admin.page(SCREENS).select("#screen-" + screen.id())).isEmpty();
    }

    @Test
    void whatWasSaidWhileATvWasAwayIsThereWhenItComesBack() {
        connect(tv, "Hall L");
        Screen screen = named("Hall L");
        String mark = tv.page(TV).expectFirst("#board").attr("data-mark");
        StepVerifier.create(messages(tv, TV + "/events?rev=" + mark)
                        .filter(html -> html.contains("#board") || html.contains("#k-current"))
                        .next())
                .assertNext(html -> assertThat(html).as("nothing new").doesNotContain("#board"))
                .verifyComplete();

        post("/message", "text", "Fire drill", "for", "8h", "to", String.valueOf(screen.id()));
        StepVerifier.create(messages(tv, TV + "/events?rev=" + mark)
                        .filter(html -> html.contains("#board"))
                        .next())
                .assertNext(html -> assertThat(html).contains("Fire drill"))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void theListLivesToo() {
        connect(tv, "Hall I");
        Screen screen = named("Hall I");
        StepVerifier.create(messages(admin, SCREENS + "/events").filter(html -> html.contains("#screens")))
                .assertNext(html -> assertThat(live(html, screen)).isEqualTo("false"))
                .then(() -> tv.page(TV))
                .assertNext(html -> assertThat(live(html, screen)).isEqualTo("true"))
                .then(() -> post("/" + screen.id() + "/revoke"))
                .assertNext(html -> assertThat(html).doesNotContain("Hall I"))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void withoutTheAuditLogNothingHappensAndThePageSaysSo() {
        connect(tv, "Hall J");
        Screen screen = named("Hall J");
        audit.refuse(true);

        Browser.Answer answer = post("/" + screen.id() + "/revoke");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.page().select("[role=alert]").text()).contains("Nothing was changed", "audit log");
        Browser other = new Browser(client);
        String code = code(other.page(TV));
        assertThat(refusal(post("", "code", code, "name", "Hall K", "turn1", "wall", "look", "dark")))
                .isEqualTo("not-audited");
        assertThat(codes.find(code)).as("may be typed again").isNotNull();
        assertThat(tv.page(TV).title()).startsWith("Hall J");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SCREENS, SCREENS + "/1", SCREENS + "/1/revoke", SCREENS + "/events", SCREENS + "?code=ABCDEF"})
    void nobodyButAdministratorsSeesThem(String path) {
        for (String name : List.of("viewer", "operator")) {
            assertThat(new Browser(client)
                            .signIn(name)
                            .get(path, "Accept", path.endsWith("events") ? "text/event-stream" : "text/html")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(new Browser(client)
                        .get("/screens?code=ABC-DEF", "Accept", "text/html")
                        .location())
                .as("who scans the QR code signs in first")
                .isEqualTo("/login?next=%2Fscreens%3Fcode%3DABC-DEF");
    }

    private void connect(Browser browser, String name) {
        String code = code(browser.page(TV));
        Browser.Answer answer = post("", "code", code, "name", name, "series", "", "turn1", "wall", "look", "dark");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private Browser.Answer post(String path, String... fields) {
        return admin.post(SCREENS + path, fields);
    }

    private static String[] settings(String name, String version, String... more) {
        List<String> all =
                new java.util.ArrayList<>(List.of("name", name, "version", version, "whole", "yes", "kind", "all"));
        List<String> given = List.of(more);
        if (given.contains("kind")) {
            all.subList(6, 8).clear();
        }
        all.addAll(given);
        return all.toArray(String[]::new);
    }

    private Flux<String> messages(Browser browser) {
        return messages(browser, TV + "/events");
    }

    private Flux<String> messages(Browser browser, String path) {
        return client.get()
                .uri(path)
                .cookie("nordwand-screen", Objects.requireNonNullElse(browser.cookie("nordwand-screen"), ""))
                .cookie("nordwand", browser.session())
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .filter(event -> event.event() == null)
                .mapNotNull(ServerSentEvent::data);
    }

    private static String live(String html, Screen screen) {
        return Jsoup.parse(html).select("#screen-" + screen.id()).attr("data-live");
    }

    private Element row(Screen screen) {
        return admin.page(SCREENS).expectFirst("#screen-" + screen.id());
    }

    private Screen named(String name) {
        return screens.current().stream()
                .filter(screen -> screen.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Deed last() {
        List<Deed> deeds = audit.deeds();
        return deeds.get(deeds.size() - 1);
    }

    private static String code(Document page) {
        return page.select("#pair-code span").text().replace(" ", "");
    }

    private static String refusal(Browser.Answer answer) {
        return answer.page().select("[data-refusal]").attr("data-refusal");
    }
}
