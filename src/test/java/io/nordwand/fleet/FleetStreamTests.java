package io.nordwand.fleet;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Printer;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.Fragments;
import io.nordwand.web.Overviews;
import io.nordwand.web.PageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.test.StepVerifier;

@ContextConfiguration(classes = FleetSite.class)
class FleetStreamTests extends PageTest {

    @Autowired
    private Overviews<Tile> tiles;

    @Autowired
    private FleetPages pages;

    @Autowired
    private FleetHtml html;

    @Autowired
    private FleetStream stream;

    @Autowired
    private Fragments fragments;

    @BeforeEach
    void start() {
        show(printer("A"), printing("B", "Gear"));
    }

    private static FleetQuery query(String text) {
        MultiValueMap<String, String> params =
                UriComponentsBuilder.fromUriString("/fleet?" + text).build().getQueryParams();
        return FleetQuery.from(params);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "view=cards&group=hands&group=printing",
                "view=cards&q=gear",
                "view=compact",
                "view=compact&series=X7",
                "view=table",
                "view=table&sort=name",
                "view=table&sort=-queue&material=Onyx",
                "view=table&group=ready"
            })
    void theDifferencesMakeAnOldPageEqualToAFreshOne(String text) {
        FleetQuery query = query(text);
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            show(randomFarm(random));
            FleetPage shown = pages.page(tiles.current(), query);
            Browser browser = new Browser(fresh(shown));
            for (int step = 0; step < 12; step++) {
                show(randomFarm(random));
                FleetPage current = pages.page(tiles.current(), query, shown.view());
                browser.receive(new FleetDrawing(html).between(shown, current));
                Browser reloaded = new Browser(fresh(current));
                for (String region : List.of("#sum", "#fleet-total", "#applied", "#fleet-list")) {
                    if (!reloaded.page().select(region).isEmpty()) {
                        assertThat(browser.html(region))
                                .as("%s of ?%s, seed %d, step %d", region, text, seed, step)
                                .isEqualTo(reloaded.html(region));
                    }
                }
                shown = current;
            }
        }
    }

    private String fresh(FleetPage page) {
        return "<main>" + html.total(page) + html.sums(page)
                + fragments.render("fleet/list", "region", Map.of("page", page)) + "</main>";
    }

    private static List<Printer> randomFarm(Random random) {
        int size = random.nextInt(6) == 0 ? random.nextInt(2) : 12;
        List<Printer> printers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (random.nextInt(8) > 0) {
                printers.add(random(random, "X7-" + i));
            }
        }
        return printers;
    }

    private static Printer random(Random random, String name) {
        StateGroup group = List.of(StateGroup.values()).get(random.nextInt(6));
        Printer base = group == StateGroup.PRINTING && random.nextBoolean()
                ? Samples.finishing(printing(name, random.nextBoolean() ? "Gear" : "Jig"), random.nextInt(5))
                : printer(name, "Word " + random.nextInt(3), group, null);
        String[] queue =
                IntStream.range(0, random.nextInt(3)).mapToObj(n -> "Gear").toArray(String[]::new);
        return Samples.waiting(io.nordwand.farm.FarmFixtures.queued(base, queue), random.nextInt(4));
    }

    @Test
    void aChangeOfOnePrinterSendsThatPrinterAndTheCountsOnly() {
        StepVerifier.create(stream.regions(
                        query(""), FleetView.CARDS, tiles.current().revision()))
                .then(() -> show(printer("A", "Fiber Jam", StateGroup.HANDS, null), printing("B", "Gear")))
                .assertNext(message -> assertThat(targets(message))
                        .containsExactly("#group-ready", "#fleet-list", "#sum-hands", "#sum-ready"))
                .then(() -> show(
                        Samples.waiting(printer("A", "Fiber Jam", StateGroup.HANDS, null), 20), printing("B", "Gear")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#sum-hands", "#printer-id-A"))
                .thenCancel()
                .verify();
    }

    @Test
    void nothingIsSentWhileThePageShowsWhatIsCurrent() {
        StepVerifier.create(stream.regions(
                        query(""), FleetView.CARDS, tiles.current().revision()))
                .then(() -> show(printer("A"), printing("B", "Gear")))
                .then(() -> show(printer("A"), printing("B", "Jig")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#printer-id-B"))
                .thenCancel()
                .verify();
    }

    @Test
    void aPageThatShowsSomethingElseGetsTheWholeRegionFirst() {
        StepVerifier.create(stream.regions(query("q=gear"), FleetView.TABLE, 5))
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#sum", "#fleet-total", "#fleet-list", "#fleet-count");
                    assertThat(message).contains("id=\"printer-id-B\"").doesNotContain("id=\"printer-id-A\"");
                })
                .thenCancel()
                .verify();
    }

    @Test
    void aPrinterThatNoLongerMatchesLeavesAndOneThatMatchesComes() {
        StepVerifier.create(stream.regions(
                        query("group=printing"),
                        FleetView.CARDS,
                        tiles.current().revision()))
                .then(() -> show(printing("A", "Jig"), printer("B")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#printer-id-B", "#cards-printing"))
                .thenCancel()
                .verify();
    }

    @Test
    void aPrinterThatMovesIsTakenOutAndPutAfterItsNewPredecessor() {
        Printer first = Samples.finishing(printing("A", "T"), 10);
        Printer second = Samples.finishing(printing("B", "T"), 20);
        Printer third = Samples.finishing(printing("C", "T"), 30);
        show(first, second, third);
        StepVerifier.create(stream.regions(
                        query(""), FleetView.CARDS, tiles.current().revision()))
                .then(() -> show(Samples.finishing(printing("A", "T"), 40), second, third))
                .assertNext(message -> {
                    List<Element> partials = Jsoup.parse(message).select("hx-partial");
                    assertThat(partials.stream().map(each -> each.attr("hx-swap") + " " + each.attr("hx-target")))
                            .containsExactly(
                                    "delete #printer-id-A", "afterend #printer-id-C", "outerMorph #sum-printing");
                })
                .thenCancel()
                .verify();
    }

    @Test
    void viewersShareWhatIsEqualAndNeverGetWhatAnotherQueryAskedFor() {
        List<String> all = watch("");
        List<String> others = watch("");
        List<String> jigs = watch("q=jig");
        show(printing("A", "Jig"), printing("B", "Gear"));
        show(printing("A", "Jig"), Samples.finishing(printing("B", "Gear"), 7));
        List<String> late = watch("");
        show(printing("A", "Jig"), Samples.finishing(printing("B", "Gear"), 9));

        assertThat(all).hasSize(4);
        assertThat(others).hasSize(4);
        for (int i = 0; i < all.size(); i++) {
            assertThat(others.get(i)).as("message %d", i).isSameAs(all.get(i));
        }
        assertThat(jigs).isNotEmpty().allSatisfy(message -> assertThat(message).doesNotContain("printer-id-B", "Gear"));
        assertThat(targets(late.get(0))).containsExactly("#sum", "#fleet-total", "#fleet-list");
        assertThat(late.get(1)).isSameAs(all.get(3));
    }

    private List<String> watch(String text) {
        List<String> messages = new ArrayList<>();
        stream.regions(query(text), FleetView.CARDS, -1).subscribe(messages::add);
        return messages;
    }
}
