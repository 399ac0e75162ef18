package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebTest
class FrameTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private FakeFarms farms;

    @Autowired
    private MovableClock clock;

    @Autowired
    private WebTestConfiguration.TestTray tray;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(client).signIn("operator");
    }

    @AfterEach
    void reset() {
        tray.items = List.of();
        clock.set(FarmFixtures.NOW.plusSeconds(3));
        farms.show(FarmFixtures.farm(FarmFixtures.printer("X7-01")));
    }

    @Test
    void aPageHasMenuViewerThemeAndStream() {
        Document page = browser.page("/fleet");

        assertThat(page.title()).isEqualTo("Sample · Nordwand");
        assertThat(page.select(".side .nav__link[aria-current=page]").attr("href"))
                .isEqualTo("/fleet");
        assertThat(page.select("#menu-count-fleet").text()).isEqualTo("1 need hands");
        assertThat(page.select(".side .me__name").text()).isEqualTo("operator");
        assertThat(page.select(".side form[action=/logout] input[name=_csrf]")).hasSize(1);
        assertThat(page.select("#stream").attr("hx-sse:connect")).isEqualTo("/fleet/events");
        assertThat(page.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(page.select(".skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("#dialogs, #toasts, #notices, #freshness")).hasSize(4);
        assertThat(page.select(".side .brand__farm").text()).isEqualTo("My farm");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsUnderWayIsOnEveryPageAndOnlyThen() {
        assertThat(browser.page("/fleet").select("#tray").hasAttr("hidden")).isTrue();

        tray.items = IntStream.range(0, 5)
                .mapToObj(i -> new TrayItem("a" + i, "layout.tray.more", List.of(i), "/printers/p" + i, "info", "info"))
                .toList();

        Element shown = browser.page("/fleet").expectFirst("#tray");
        assertThat(shown.hasAttr("hidden")).isFalse();
        assertThat(shown.select("a").eachAttr("href"))
                .containsExactly("/printers/p0", "/printers/p1", "/printers/p2", "/audit");
        assertThat(shown.select("a").eachText()).endsWith("and 2 more");
    }

    @Test
    void freshDataIsLiveAndTheBrowserLearnsHowToAgeIt() {
        Document page = browser.page("/fleet");

        assertThat(page.select("#freshness").attr("data-level")).isEqualTo("live");
        assertThat(page.select("#freshness").attr("data-as-of")).isEqualTo("2026-02-12T14:32:08Z");
        assertThat(page.select("#freshness").attr("data-interval")).isEqualTo("15");
        assertThat(page.select("#freshness").text()).isEqualTo("As of 14:32:08");
        assertThat(page.body().hasClass("is-stale")).isFalse();
        assertThat(page.select("#notices [data-notice]").eachAttr("data-notice"))
                .containsExactly("simulated");
        assertThat(page.select("#notices [data-lost-server]").hasAttr("hidden")).isTrue();
    }

    @Test
    void theSimulatedFarmShowsHowToConnectARealOne() {
        Document page = browser.page("/fleet");

        assertThat(page.select("[data-notice=simulated] summary").text()).isEqualTo("Simulated farm – connect yours");
        assertThat(page.select("[data-notice=simulated] li")).hasSize(3);
        assertThat(page.select("[data-notice=simulated]").text()).contains("EIGER_ACCESS_KEY", "EIGER_SECRET_KEY");
    }

    @ParameterizedTest
    @CsvSource({"45,live,false", "46,late,true", "120,late,true", "121,lost,true"})
    void dataGrowsOldWithTheClockAlone(long age, String level, boolean stale) {
        clock.set(FarmFixtures.NOW.plusSeconds(age));
        Document page = browser.page("/fleet");

        assertThat(page.select("#freshness").attr("data-level")).isEqualTo(level);
        assertThat(page.body().hasClass("is-stale")).isEqualTo(stale);
        assertThat(page.select("[data-notice=overdue]")).hasSize(stale ? 1 : 0);
    }

    @Test
    void aServerThatCantReachEigerSaysSinceWhenAndWhenItTriesAgain() {
        clock.set(FarmFixtures.NOW.plus(Duration.ofMinutes(14)));
        trouble(new Trouble.Unavailable("Eiger did not answer within 10 s.", null));
        Document page = browser.page("/fleet");

        assertThat(page.select("[data-notice=unreachable][role=alert]").text())
                .contains("Nordwand can't reach Eiger since 14:32", "14:32", "14 min ago", "Next try in under 1 min");
        assertThat(page.select("[data-notice=refused], [data-notice=overdue]")).isEmpty();
        assertThat(page.select("#freshness").attr("data-level")).isEqualTo("lost");
        assertThat(page.body().hasClass("is-stale")).isTrue();
    }

    @Test
    void anEigerThatRefusesTheKeysIsSomethingElse() {
        trouble(new Trouble.NotAuthorized("Eiger does not accept these keys (401).", "ref-99"));
        Document page = browser.page("/fleet");

        assertThat(page.select("[data-notice=refused][role=alert]").text())
                .contains("Eiger refuses Nordwand's keys", "EIGER_ACCESS_KEY", "ref-99");
        assertThat(page.select("[data-notice=unreachable]")).isEmpty();
    }

    @Test
    void anEigerThatTalksNonsenseIsSomethingElseAgain() {
        trouble(new Trouble.Unreadable("Eiger answered with a web page.", null));

        assertThat(browser.page("/fleet")
                        .select("[data-notice=unusable][role=status]")
                        .text())
                .contains("Eiger answered with a web page.");
    }

    @Test
    void beforeTheFirstPollNothingIsKnown() {
        farms.show(Farm.none());
        Document page = browser.page("/fleet");

        assertThat(page.select("#freshness").text()).isEqualTo("Nothing read yet");
        assertThat(page.select("#freshness").hasAttr("data-as-of")).isFalse();
        assertThat(page.select("[data-notice=starting]")).hasSize(1);
    }

    @Test
    void theThemeLastsAndIsRenderedByTheServer() {
        browser.page("/fleet");
        Browser.Answer answer = browser.post("/theme", "theme", "dark", "next", "/fleet?q=1");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/fleet?q=1");
        assertThat(answer.header("Set-Cookie")).contains("theme=dark", "SameSite=Lax", "Max-Age=31536000", "Path=/");
        Document page = browser.page("/fleet");
        assertThat(page.select("html").attr("data-theme")).isEqualTo("dark");
        assertThat(page.select("#theme input[checked]").val()).isEqualTo("dark");

        browser.post("/theme", "theme", "system", "next", "//evil.example");
        assertThat(browser.page("/fleet").select("html").hasAttr("data-theme")).isFalse();
    }

    @Test
    void theThemeNeverLeadsElsewhere() {
        browser.page("/fleet");

        assertThat(browser.post("/theme", "theme", "<b>", "next", "//evil.example")
                        .header("Location"))
                .isEqualTo("/");
    }

    private void trouble(Trouble trouble) {
        farms.show(Farm.of(
                2,
                List.of(),
                new Freshness(
                        FarmFixtures.NOW,
                        FarmFixtures.NOW.plusSeconds(15),
                        trouble,
                        clock.instant().plusSeconds(20))));
    }
}
