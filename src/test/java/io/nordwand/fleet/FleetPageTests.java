package io.nordwand.fleet;

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
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FleetSite.class)
class FleetPageTests extends PageTest {

    private static Printer hands(String name, int minutes) {
        return Samples.waiting(printer(name, "Fiber Jam", StateGroup.HANDS, null), minutes);
    }

    @Test
    void groupsStandInOrderAndEachSortsByWhatMattersThere() {
        show(
                printer("X7-10"),
                printing("P-late", "Gear"),
                Samples.finishing(printing("P-soon", "Jig"), 5),
                hands("H-short", 3),
                hands("H-long", 90),
                printer("X7-2"),
                printer("Off", "Offline", StateGroup.OFF, null),
                printer("Odd", "Being Polished", StateGroup.UNKNOWN, null),
                Samples.waiting(printer("Done", "Print Finished", StateGroup.FINISHED, null), 40));
        Document page = page("/fleet");
        assertThat(page.select("#fleet section.sect").eachAttr("id"))
                .containsExactly(
                        "group-hands", "group-finished", "group-printing", "group-ready", "group-off", "group-unknown");
        assertThat(page.select("article.pc").eachAttr("id"))
                .containsExactly(
                        "printer-id-H-long",
                        "printer-id-H-short",
                        "printer-id-Done",
                        "printer-id-P-soon",
                        "printer-id-P-late",
                        "printer-id-X7-2",
                        "printer-id-X7-10",
                        "printer-id-Off",
                        "printer-id-Odd");
        assertThat(page.select(".sum__n").eachText()).containsExactly("2", "1", "2", "2", "1", "1");
        assertThat(page.expectFirst("#printer-id-Odd").text()).contains("Being Polished");
        assertThat(page.expectFirst("#printer-id-H-long").text()).contains("Fiber Jam", "1 h 30 min");
        assertThat(page.expectFirst("#fleet-total").text()).isEqualTo("9 printers");
    }

    @Test
    void beforeTheFirstPollThePageSaysThatItReadsTheFarm() {
        farms.show(new Farm(REVISION.incrementAndGet(), java.util.Map.of(), Freshness.none()));
        assertThat(page("/fleet").expectFirst("#fleet-list").text()).contains("Reading the farm…");
        farms.show(new Farm(
                REVISION.incrementAndGet(),
                java.util.Map.of(),
                new Freshness(null, NOW, new Trouble.NotAuthorized("Eiger refuses the keys.", null), null)));
        assertThat(page("/fleet").expectFirst("#fleet-list [role=alert]").text())
                .isEqualTo("Eiger refuses the keys.");
    }

    @Test
    void aKeyThatSeesNoPrinterGetsAHint() {
        show();
        assertThat(page("/fleet").expectFirst("#fleet-list").text()).contains("No printers are visible to this key");
    }

    @Test
    void filtersThatMatchNothingCanBeDroppedOneByOne() {
        show(printer("X7-1"));
        Document page = page("/fleet?group=hands&series=X7&q=x7");
        assertThat(page.expectFirst("#fleet-list").text()).contains("No printer matches");
        assertThat(page.select("#fleet-list a.btn").eachAttr("href"))
                .containsExactly(
                        "/fleet?group=hands&series=X7", "/fleet?q=x7&series=X7", "/fleet?q=x7&group=hands", "/fleet");
        assertThat(page.expectFirst("#fleet-count").text()).isEqualTo("0 of 1 printers");
    }

    @Test
    void filtersNarrowTheListAndStayInEveryLink() {
        show(printer("X7-1"), printing("X7-2", "Gear"), queued(printer("X7-3"), "Gear"), printer("Other"));
        Document page = page("/fleet?q=gear&material=Onyx&material=Nylon");
        assertThat(page.select("article.pc").eachAttr("id")).containsExactly("printer-id-X7-2", "printer-id-X7-3");
        assertThat(page.select(".applied a").eachAttr("href"))
                .contains("/fleet?material=Onyx&material=Nylon", "/fleet?q=gear&material=Nylon", "/fleet");
        assertThat(page.expectFirst("#sum-ready").attr("href"))
                .isEqualTo("/fleet?q=gear&group=ready&material=Onyx&material=Nylon");
        assertThat(page.select(".sum__n").eachText()).containsExactly("0", "0", "1", "1", "0", "0");
        assertThat(page.select("#filters input[type=hidden]").eachAttr("value")).containsExactly("Onyx", "Nylon");
        assertThat(page.expectFirst("#stream").attr("hx-sse:connect"))
                .isEqualTo("/fleet/events?q=gear&material=Onyx&material=Nylon&shown=cards&rev=" + REVISION.get());
    }

    @Test
    void anHtmxRequestGetsTheRegionAndWhatDependsOnTheQuery() {
        show(printer("X7-1"));
        client.get()
                .uri("/fleet?q=x7&series=&view=")
                .header("HX-Request-Type", "partial")
                .exchange()
                .expectHeader()
                .valueEquals("HX-Push-Url", "/fleet?q=x7")
                .expectHeader()
                .valueEquals("Vary", "HX-Request-Type")
                .expectBody(String.class)
                .value(html -> {
                    assertThat(html.strip()).startsWith("<div class=\"fleet\" id=\"fleet\">");
                    assertThat(html).doesNotContain("<html").doesNotContain("id=\"q\"");
                    assertThat(html).contains("<hx-partial hx-target=\"#sum\"", "<hx-partial hx-target=\"#views\"");
                });
    }

    @Test
    void typingInTheFormReplacesTheAddressInsteadOfAddingOneForEachLetter() {
        show(printer("X7-1"));
        client.get()
                .uri("/fleet?q=x7&series=")
                .header("HX-Request-Type", "partial")
                .header("HX-Source", "form#filters")
                .exchange()
                .expectHeader()
                .valueEquals("HX-Replace-Url", "/fleet?q=x7")
                .expectHeader()
                .doesNotExist("HX-Push-Url");
    }

    @Test
    void hostileNamesAreShownAsText() {
        String evil = "<img src=x onerror=alert(1)>\"'&";
        show(
                Samples.withId(printer(evil, evil, StateGroup.UNKNOWN, null), "a\"b'>#.x"),
                printing("P", evil),
                Samples.withId(hands(evil, 2), "javascript:alert(1)"));
        for (String view : List.of("cards", "compact", "table")) {
            Document page = page("/fleet?view={view}&q={q}", view, "");
            assertThat(page.select("img[onerror]")).isEmpty();
            assertThat(page.select("[id^=printer-]").eachAttr("id"))
                    .contains("printer-__612262273e232e78")
                    .allMatch(id -> id.matches("[A-Za-z0-9_-]+"));
            assertThat(page.expectFirst("#printer-__612262273e232e78").text()).contains(evil);
            assertThat(page.select("[href^=javascript]")).isEmpty();
        }
        assertThat(page("/fleet?q={q}", evil).expectFirst("#q").attr("value")).isEqualTo(evil);
    }

    @Test
    void largeFarmsAreCompactAndEveryIdStandsOnce() {
        show(IntStream.range(0, 1000)
                .mapToObj(i ->
                        i % 7 == 0 ? hands("H" + i, i) : i % 2 == 0 ? printing("P" + i, "T" + i) : printer("R" + i))
                .toArray(Printer[]::new));
        for (String uri : List.of("/fleet", "/fleet?view=cards", "/fleet?view=table", "/fleet?view=table&sort=-name")) {
            Document page = page(uri);
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids.stream().filter(id -> id.startsWith("printer-"))).hasSize(1000);
        }
        assertThat(page("/fleet").select("article.mini")).isNotEmpty();
    }

    @Test
    void theTableSortsByItsHeadings() {
        show(
                Samples.finishing(printing("B", "T"), 50),
                queued(printer("A"), "T1", "T2"),
                queued(Samples.finishing(printing("C", "T"), 5), "T1"));
        assertThat(order("/fleet?view=table&sort=name")).containsExactly("A", "B", "C");
        assertThat(order("/fleet?view=table&sort=-name")).containsExactly("C", "B", "A");
        assertThat(order("/fleet?view=table&sort=finish")).containsExactly("C", "B", "A");
        assertThat(order("/fleet?view=table&sort=queue")).containsExactly("A", "C", "B");
        assertThat(order("/fleet?view=table&sort=nonsense")).containsExactly("C", "B", "A");
        Document page = page("/fleet?view=table&sort=name");
        Element heading = page.expectFirst("th[aria-sort=ascending] a");
        assertThat(heading.attr("href")).isEqualTo("/fleet?view=table&sort=-name");
        assertThat(page.select("tr[id^=printer-] td[data-label]")).isNotEmpty();
    }

    private List<String> order(String uri) {
        return page(uri).select("tr[id^=printer-] .w-name").eachText();
    }
}
