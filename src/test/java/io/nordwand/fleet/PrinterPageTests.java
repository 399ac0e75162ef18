package io.nordwand.fleet;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.nordwand.dispatch.Dispatch;
import io.nordwand.dispatch.Forms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@ContextConfiguration(classes = FleetSite.class)
class PrinterPageTests extends PageTest {

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Sinks.Many<PrinterId> actionChanges;

    @AfterEach
    void putBack() {
        when(dispatch.forms(any(), any()))
                .thenAnswer(call -> Mono.just(new Forms("_csrf", "token", "action-of-" + call.getArgument(1))));
    }

    private Flux<String> stream(Document page) {
        return messages(page.expectFirst("#page-stream").attr("data-url"));
    }

    @Test
    void thePageShowsJobMaterialsQueueAndFacts() {
        show(queued(printing("P1", "Gripper"), "Gear", "Jig"));
        Document page = page("/printers/id-P1");
        assertThat(page.expectFirst("h1").text()).isEqualTo("P1");
        assertThat(page.expectFirst("#printer-id-P1").attr("data-group")).isEqualTo("printing");
        assertThat(page.expectFirst("#printer-id-P1").text())
                .contains("Gripper", "22:12", "7 h 40 min", "412", "of 675", "61");
        assertThat(page.expectFirst(".hero__stage img").attr("src")).isEqualTo("/builds/build-Gripper/preview");
        assertThat(page.select(".phases .past").eachText()).containsExactly("Downloading", "Heating");
        assertThat(page.select("#queue-id-P1 tbody tr[id]").eachAttr("id"))
                .containsExactly("entry-entry-1", "entry-entry-2");
        assertThat(page.expectFirst("#entry-entry-1").text())
                .contains("Gear", "244", "uses 120", "68", "uses 14", "7 h 05 min", "22:27", "Lena Brunner");
        assertThat(page.expectFirst("#materials").text()).contains("Onyx", "412", "Carbon Fiber", "89");
        assertThat(page.expectFirst("#maintenance").text()).contains("Plastic Nozzle", "Up to Date");
        assertThat(page.select("#facts a")).as("the action bar leads to Eiger").isEmpty();
        assertThat(page.expectFirst(".hero__acts").attr("data-viewer")).isEqualTo("lena");
        assertThat(page.select("#entry-entry-1 input[name=actionId]").eachAttr("value"))
                .containsExactly("action-of-id-P1");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void onlyOperatorsSeeAddressesAndForms() {
        show(queued(printer("P1"), "Gear"));
        assertThat(page("/printers/id-P1").html()).contains("lena@example.com");
        PageSite.VIEWER.set(new Viewer("guest", Role.VIEWER));
        Document page = page("/printers/id-P1");
        assertThat(page.html()).doesNotContain("lena@example.com").contains("Lena Brunner");
        assertThat(page.select("form")).isEmpty();
        StepVerifier.create(stream(page))
                .then(() -> show(queued(printer("P1"), "Gear", "Jig")))
                .assertNext(message -> assertThat(message)
                        .contains("Jig", "Lena Brunner")
                        .doesNotContain("lena@example.com")
                        .doesNotContain("<form"))
                .thenCancel()
                .verify();
    }

    @Test
    void aQueueThatWasNotReadIsNotCalledEmpty() {
        show(Samples.withQueue(printer("P1"), null));
        Document page = page("/printers/id-P1");
        assertThat(page.expectFirst("#queue-list").text())
                .contains("Queue not read yet")
                .doesNotContain("empty");
        show(printer("P1"));
        assertThat(page("/printers/id-P1").expectFirst("#queue-list").text()).contains("Queue is empty");
    }

    @Test
    void eigersCountIsNamedWhereItDiffersFromTheList() {
        show(queued(printer("P1"), "Gear"));
        assertThat(page("/printers/id-P1").expectFirst("#queue-list").text())
                .contains("Eiger counts 0 waiting, the list has 1");
    }

    @Test
    void aStoppedPrinterSaysWhyAndWhatToDo() {
        show(printer(
                "P1",
                "Fiber Jam",
                StateGroup.HANDS,
                printing("X", "Gear").report().activeJob()));
        Document page = page("/printers/id-P1");
        assertThat(page.expectFirst(".hero__alert").text()).contains("Fiber Jam", "12 min");
        assertThat(page.expectFirst(".hero__figs").text()).contains("Left to print", "7 h 40 min");
    }

    @Test
    void anUnknownPrinterIsNotFoundButOneThatNobodyCouldKnowOfIsWaitedFor() {
        show(printer("P1"));
        client.get().uri("/printers/nobody").exchange().expectStatus().isNotFound();
        farms.show(new Farm(REVISION.incrementAndGet(), Map.of(), Freshness.none()));
        Document page = page("/printers/id-P1");
        assertThat(page.expectFirst("#printer-page").text()).contains("Reading the farm…");
        StepVerifier.create(stream(page))
                .then(() -> show(printer("P1")))
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#printer-state", "#printer-page");
                    assertThat(message).contains("id=\"printer-id-P1\"");
                })
                .thenCancel()
                .verify();
    }

    @Test
    void theStreamSendsOnlyTheRegionsThatChange() {
        show(printing("P1", "Gear"));
        StepVerifier.create(stream(page("/printers/id-P1")))
                .then(() -> show(printing("P1", "Gear"), printer("Other")))
                .then(() -> show(queued(printing("P1", "Gear"), "Jig")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#queue-count", "#queue-list"))
                .then(() -> show(queued(printing("P1", "Gear"), "Jog")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#queue-list"))
                .then(() -> show(printer("Other")))
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#printer-state", "#printer-page");
                    assertThat(message).contains("no longer in the farm");
                })
                .thenCancel()
                .verify();
    }

    @Test
    void aUsedActionIdIsReplacedInTheOpenPage() {
        show(queued(printer("P1"), "Gear"));
        Document page = page("/printers/id-P1");
        StepVerifier.create(stream(page))
                .then(() -> {
                    when(dispatch.forms(any(), any())).thenReturn(Mono.just(new Forms("_csrf", "masked", "fresh-id")));
                    actionChanges.tryEmitNext(new PrinterId("id-P1"));
                })
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#queue-list");
                    assertThat(message).contains("fresh-id").doesNotContain("action-of-id-P1");
                })
                .thenCancel()
                .verify();
    }

    @Test
    void aPageThatShowsSomethingElseGetsEverythingFirst() {
        show(printer("P1"));
        Document page = page("/printers/id-P1");
        show(queued(printer("P1"), "Gear"));
        StepVerifier.create(stream(page))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#printer-state", "#printer-page"))
                .thenCancel()
                .verify();
    }

    @Test
    void differencesMakeAnOldPageEqualToAFreshOne() {
        List<Printer> states = List.of(
                printer("P1"),
                printing("P1", "Gear"),
                queued(printing("P1", "Jig"), "Gear", "Jig"),
                printer("P1", "Fiber Jam", StateGroup.HANDS, null),
                queued(printer("P1", "Being Polished", StateGroup.UNKNOWN, null), "Gear"),
                Samples.withQueue(printer("P1"), null));
        show(states.get(0));
        Document first = page("/printers/id-P1");
        Browser browser = new Browser(first.outerHtml());
        StepVerifier.Step<String> steps = StepVerifier.create(stream(first));
        for (Printer state : states.subList(1, states.size())) {
            steps = steps.then(() -> show(state)).assertNext(browser::receive).then(() -> {
                Browser reloaded = new Browser(page("/printers/id-P1").outerHtml());
                assertThat(browser.html("#printer-page")).isEqualTo(reloaded.html("#printer-page"));
                assertThat(browser.html("#printer-state")).isEqualTo(reloaded.html("#printer-state"));
            });
        }
        steps.thenCancel().verify();
    }

    @Test
    void hostileTextsAreShownAsText() {
        String evil = "<script>alert(1)</script>\"'";
        show(Samples.withId(queued(printing(evil, evil), evil), "a b\">x"));
        Document page = page("/printers/a b\">x");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.expectFirst("h1").text()).isEqualTo(evil);
        assertThat(page.expectFirst("#queue-list").text()).contains(evil);
        assertThat(page.select("[id^=printer-__]")).hasSize(1);
    }

    @Test
    void aNameLeadsToItsPrinterOrToAChoice() {
        show(printer("X7 Süd"), Samples.withId(printer("Twin"), "one"), Samples.withId(printer("Twin"), "two"));
        client.get()
                .uri("/printers/by-name/{name}", "x7 sud")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .location("/printers/id-X7%20S%C3%BCd");
        client.get()
                .uri("/printers/by-name/Twin")
                .exchange()
                .expectStatus()
                .isEqualTo(300)
                .expectBody(String.class)
                .value(html -> assertThat(Jsoup.parse(html).select("td a").eachAttr("href"))
                        .containsExactly("/printers/one", "/printers/two"));
        client.get().uri("/printers/by-name/None").exchange().expectStatus().isNotFound();
    }
}
