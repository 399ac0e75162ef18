package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Trouble;
import io.nordwand.web.PageTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import reactor.test.StepVerifier;

/** What a screen shows, and what of it changes. */
@ContextConfiguration(classes = KioskSite.class)
@TestPropertySource(properties = "nordwand.shop.hours=Mon-Fri 06:00-22:00")
class WallPageTests extends PageTest {

    private Document wall(String query) {
        Document page = Jsoup.parse(Objects.requireNonNull(client.get()
                .uri("/wall" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        page.outputSettings().prettyPrint(false);
        return page;
    }

    /** The stream of the page as it is now. */
    private String stream() {
        return "/wall/events?rev=" + wall("").expectFirst("#board").attr("data-mark");
    }

    private static Printer jam(String name) {
        return printer(name, "Fiber Jam", StateGroup.HANDS, null);
    }

    @Test
    void thePrintersStandInTheOrderOfTheirNamesWhateverTheirStates() {
        show(jam("X7-10"), printing("X7-2", "Jaw"), printer("FX20"));
        assertThat(wall("").select(".kt__name").eachText()).containsExactly("FX20", "X7-2", "X7-10");
        show(printer("X7-10"), jam("X7-2"), jam("FX20"));
        assertThat(wall("").select(".kt__name").eachText()).containsExactly("FX20", "X7-2", "X7-10");
    }

    @Test
    void whoNeedsHandsStandsAboveAllWithTheNextStepAndTheMachinesOwnWord() {
        show(jam("X7-02"), printing("X7-01", "Jaw"));
        Document wall = wall("");
        assertThat(wall.select("#k-strip .k-ask").text())
                .contains("X7-02", "Fiber Jam", "12 min", "Clear the fiber path, then press Resume");
        assertThat(wall.select(".kt[data-group=hands] .kt__do").text()).isEqualTo("Clear jam");
        assertThat(wall.select(".kt[data-group=hands]").text()).contains("Fiber Jam");
        assertThat(wall.select("#k-sum [data-group=hands] b").text()).isEqualTo("1");
    }

    @Test
    void asManyAsFitAreInTheStripAndTheRestIsCounted() {
        List<Printer> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(jam("X7-" + (100 + i)));
        }
        show(many);
        Document wall = wall("?distance=5");
        int shown = wall.select(".k-ask").size();
        assertThat(shown).isPositive().isLessThan(30);
        assertThat(wall.select("#k-strip .k-more").text()).isEqualTo("and %d more need hands".formatted(30 - shown));
        assertThat(wall.expectFirst("#k-strip").attr("data-hands").split(" ", -1))
                .as("who may be heard")
                .hasSize(30);
    }

    @Test
    void aWordThatNobodyKnowsIsShownAsItCameAndNothingIsCalledCalmForCertain() {
        show(
                printer("X7-01", "Recalibrating Flux", StateGroup.UNKNOWN, null),
                printer("X7-02", null, StateGroup.UNKNOWN, null));
        Document wall = wall("");
        assertThat(wall.select(".kt[data-group=unknown] .kt__do").eachText())
                .containsExactly("Recalibrating Flux", "No state");
        assertThat(wall.select(".k-calm").attr("data-group")).isEqualTo("unknown");
        show(printer("X7-01"));
        assertThat(wall("").select(".k-calm").attr("data-group")).isEqualTo("ready");
    }

    @Test
    void aPrinterThatIsOffTellsSinceWhenAlsoInTheSmallestTiles() {
        List<Printer> many = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            many.add(printer("X7-" + (100 + i), "Configuration in Progress", StateGroup.OFF, null));
        }
        show(many);
        Document small = wall("?distance=5&printer=id-X7-100");
        assertThat(wall("?distance=5")
                        .select(".kt[data-size=tiny] time[data-time=hours]")
                        .eachText())
                .hasSize(24)
                .containsOnly("<1 h");
        assertThat(small.select(".kt time").text()).isEqualTo("12 min");
        show(many.subList(0, 12));
        assertThat(wall("?distance=5").select(".kt[data-size=small] .kt__main").eachText())
                .hasSize(12)
                .allMatch(text -> text.endsWith(" <1 h") || text.endsWith("<1 h"));
    }

    @Test
    void aPrintWithoutAFigureIsNotAtZeroInTheSmallestTilesEither() {
        List<Printer> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(printer("X7-" + (100 + i), "Printing", StateGroup.PRINTING, null));
        }
        show(many);
        assertThat(wall("?distance=5").select(".kt[data-size=tiny] .kt__do").eachText())
                .hasSize(60)
                .containsOnly("runs");
    }

    @Test
    void aJobWithoutAFigureIsNotAtZero() {
        show(printer("X7-01", "Printing", StateGroup.PRINTING, null), printing("X7-02", "Jaw"));
        assertThat(wall("").select(".kt__do").eachText()).containsExactly("Printing", "61\u2009%");
    }

    @Test
    void aQueueThatWasNeverReadIsNotKnownAndNotEmpty() {
        Printer sample = printer("X7-01");
        var report = sample.report();
        show(new Printer(
                new io.nordwand.farm.PrinterReport(
                        report.id(),
                        report.name(),
                        report.model(),
                        report.series(),
                        report.state(),
                        report.primary(),
                        report.secondary(),
                        null,
                        null,
                        null,
                        List.of()),
                sample.group(),
                sample.cautions(),
                sample.since(),
                null,
                false,
                null,
                NOW));
        assertThat(wall("?layout=queues&distance=2").select(".k-row").text())
                .contains("Queue not known", "time not known")
                .doesNotContain("empty");
    }

    @Test
    void partNamesAreLeftOutWhereTheyAreNotToBeSeen() {
        show(queued(printing("X7-01", "Secret bracket"), "Secret jaw"));
        for (String layout : List.of("wall", "events", "queues")) {
            assertThat(wall("?distance=2&parts=no&layout=" + layout).text()).doesNotContain("Secret");
        }
        assertThat(wall("?distance=2").text()).contains("Secret bracket");
        assertThat(wall("?distance=2&layout=events").text())
                .contains("Secret bracket")
                .doesNotContain("Lena");
    }

    @Test
    void chosenPrintersStandAsInTheRackWhereThatIsWanted() {
        show(printer("A"), printer("B"), printer("C"));
        assertThat(wall("?printer=id-C&printer=id-A").select(".kt__name").eachText())
                .containsExactly("A", "C");
        assertThat(wall("?printer=id-C&printer=id-A&order=rack")
                        .select(".kt__name")
                        .eachText())
                .containsExactly("C", "A");
        assertThat(wall("?series=x7").select(".kt")).hasSize(3);
        assertThat(wall("?series=FX20").select(".k-notice").text()).contains("None of this screen’s printers");
    }

    @Test
    void whatEndsWhileNobodyIsThereIsMarked() {
        show(printing("X7-01", "Jaw"), queued(printing("X7-02", "Clip"), "Next"));
        Document events = wall("?layout=events&distance=2");
        assertThat(events.select("[data-mark=moon]").eachText()).contains("nobody there");
        assertThat(events.select(".k-row").get(0).text()).contains("22:12", "X7-01", "Jaw", "nobody there");
    }

    @Test
    void spoolsToBringAndBedsToClearAreListed() {
        show(
                queued(printer("X7-01"), "a", "b", "c", "d"),
                printer("X7-02", "Print Finished", StateGroup.FINISHED, null));
        Document events = wall("?layout=events&distance=2");
        assertThat(events.select("[data-mark=triangle-alert]")
                        .parents()
                        .select(".k-row")
                        .text())
                .contains("X7-01");
        assertThat(events.select(".k-sheet").eachText())
                .anyMatch(text -> text.startsWith("Clear the bed") && text.contains("X7-02"))
                .anyMatch(text -> text.startsWith("Bring spools") && text.contains("Onyx 70"));
    }

    @Test
    void queuesAreListedByWhenTheyRunDryWithTheEmptyOnesFirst() {
        show(queued(printer("X7-01"), "a"), printer("X7-02"), jam("X7-03"), printing("X7-04", "Jaw"));
        Document queues = wall("?layout=queues&distance=2");
        assertThat(queues.select(".k-row__name").eachText()).containsExactly("X7-02", "X7-01", "X7-04", "X7-03");
        assertThat(queues.select(".k-row").get(0).text()).contains("empty now");
        assertThat(queues.select(".k-row").get(3).text()).contains("waits for a person");
    }

    @Test
    void layoutsTakeTurnsAndAttentionStaysOnAll() {
        show(jam("X7-01"));
        Document wall = wall("?layout=wall&layout=events&dwell=20&distance=2");
        assertThat(wall.select(".k-leaf").eachAttr("data-layout")).startsWith("wall", "events");
        assertThat(wall.select(".k-leaf[hidden]"))
                .hasSize(wall.select(".k-leaf").size() - 1);
        assertThat(wall.select("#board > #k-strip .k-ask")).hasSize(1);
        assertThat(wall.select("noscript meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("10");
    }

    @Test
    void anOldFarmSaysSinceWhenAndWhyInThePageItself() {
        farms.show(Farm.of(
                REVISION.incrementAndGet(),
                List.of(printer("X7-01")),
                new Freshness(
                        NOW.minusSeconds(1800),
                        NOW.minusSeconds(1780),
                        new Trouble.NotAuthorized("Eiger refuses the keys.", null),
                        null)));
        Document wall = wall("");
        assertThat(wall.expectFirst("html").attr("data-level")).isEqualTo("lost");
        assertThat(wall.expectFirst("html").attr("data-why")).isEqualTo("refused");
        assertThat(wall.select(".k-old").text()).contains("Data from 14:02", "Eiger refuses the keys since 14:02");
    }

    @Test
    void beforeTheFirstPollNothingIsSaidToBeThere() {
        farms.show(Farm.of(REVISION.incrementAndGet(), List.of(), Freshness.none()));
        Document wall = wall("");
        assertThat(wall.select(".k-notice").text()).isEqualTo("Reading the farm…");
        assertThat(wall.select(".kt")).isEmpty();
        assertThat(wall.select(".k-calm").attr("data-group")).isEqualTo("unknown");
        assertThat(wall.expectFirst("html").attr("data-level")).isEqualTo("late");
    }

    @Test
    void aChangeOfOnePrinterIsItsTileAlone() {
        show(printing("X7-01", "Jaw"), printing("X7-02", "Clip"), printer("X7-03"));
        StepVerifier.create(messages(stream()))
                .assertNext(version -> assertThat(targets(version)).containsExactly("#k-version"))
                .assertNext(current -> assertThat(targets(current)).containsExactly("#k-current"))
                .then(() -> {
                    Printer done = new Printer(
                            printing("X7-02", "Other clip").report(),
                            StateGroup.PRINTING,
                            Set.of(),
                            printing("X7-02", "x").since(),
                            NOW.plusSeconds(99),
                            false,
                            printing("X7-02", "x").queue(),
                            NOW);
                    show(printing("X7-01", "Jaw"), done, printer("X7-03"));
                })
                .assertNext(change -> {
                    assertThat(targets(change)).containsExactly("#printer-id-X7-02");
                    assertThat(change).contains("Other clip");
                })
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aPrinterThatBeginsToNeedHandsChangesItsTileTheCountsAndTheStripAndNothingMoves() {
        show(printing("X7-01", "Jaw"), printing("X7-02", "Clip"));
        StepVerifier.create(messages(stream()).skip(2))
                .then(() -> show(printing("X7-01", "Jaw"), jam("X7-02")))
                .assertNext(change ->
                        assertThat(targets(change)).containsExactly("#k-sum", "#k-strip", "#printer-id-X7-02"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aScreenThatShowsSomethingElseGetsAllOfItFirst() {
        show(printer("X7-01"));
        StepVerifier.create(messages("/wall/events?rev=1").skip(1).take(2).collectList())
                .assertNext(first -> assertThat(String.join("", first)).contains("#board", "id=\"printer-id-X7-01\""))
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aScreenKeepsItsBoardUntilAServerThatHasJustStartedHasReadTheFarm() {
        Freshness away = new Freshness(null, NOW.minusSeconds(20), new Trouble.Unavailable("No answer.", null), null);
        farms.show(Farm.of(REVISION.incrementAndGet(), List.of(), away));
        StepVerifier.create(messages("/wall/events?rev=1&of=" + NOW.minusSeconds(600))
                        .skip(1))
                .assertNext(current -> {
                    assertThat(targets(current)).containsExactly("#k-current");
                    assertThat(current)
                            .contains("data-level=\"lost\"", "data-why=\"unreachable\"")
                            .contains("data-as-of=\"" + NOW.minusSeconds(600) + "\"", "Data from");
                })
                .then(() -> show(printer("X7-01")))
                .assertNext(board -> assertThat(targets(board)).containsExactly("#board"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aScreenThatShowsNothingHearsThatNothingIsKnown() {
        farms.show(Farm.of(REVISION.incrementAndGet(), List.of(), Freshness.none()));
        for (String of : List.of("", "&of=", "&of=yesterday", "&of=" + NOW.plusSeconds(3600))) {
            String all = String.join(
                    "",
                    Objects.requireNonNull(messages("/wall/events?rev=1" + of)
                            .skip(1)
                            .take(of.endsWith("Z") ? 1 : 2)
                            .collectList()
                            .block(Duration.ofSeconds(10))));
            assertThat(all).as(of).doesNotContain("data-as-of").contains("Nothing read yet");
        }
    }

    @Test
    void anotherPrinterInTheHallDrawsTheBoardAnew() {
        show(printer("X7-01"));
        StepVerifier.create(messages(stream()).skip(2))
                .then(() -> show(printer("X7-01"), printer("X7-02")))
                .assertNext(change -> assertThat(targets(change)).containsExactly("#board"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void elementsHaveIdsOfTheirOwnAndNothingIsWrittenIntoTheStyle() {
        show(Hall.of(60));
        for (String query : List.of("?distance=2", "?distance=5", "?layout=events&layout=queues&layout=wall")) {
            Document wall = wall(query);
            List<String> ids = wall.select("[id]").eachAttr("id");
            assertThat(ids).as(query).doesNotHaveDuplicates();
            assertThat(wall.select("[style], style, script:not([src])")).isEmpty();
            assertThat(wall.text()).doesNotContain("??");
        }
    }

    @Test
    void everyStateThatAsksForAPersonHasItsShortWords() throws java.io.IOException {
        Properties texts = new Properties();
        try (var in = new java.io.InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/messages.properties")),
                java.nio.charset.StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        List<String> asking = Collections.list(texts.keys()).stream()
                .map(Object::toString)
                .filter(key -> key.startsWith("kiosk.do.") || key.startsWith("kiosk.act."))
                .map(key -> key.substring(key.indexOf('.', 6) + 1))
                .distinct()
                .sorted()
                .toList();
        assertThat(asking).hasSizeGreaterThan(18).allSatisfy(key -> {
            assertThat(texts.getProperty("step." + key)).as("step.%s", key).isNotBlank();
            assertThat(texts.getProperty("kiosk.do." + key)).as("do %s", key).isNotBlank();
            assertThat(TextWidth.of(texts.getProperty("kiosk.act." + key)))
                    .as("act %s", key)
                    .isLessThan(5.06);
            assertThat(TextWidth.of(texts.getProperty("kiosk.do." + key)))
                    .as("do %s", key)
                    .isLessThan(27);
        });
    }
}
