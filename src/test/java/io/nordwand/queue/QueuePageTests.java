package io.nordwand.queue;

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
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@ContextConfiguration(classes = QueueSite.class)
class QueuePageTests extends PageTest {

    private Flux<String> stream(Document page) {
        return messages(page.expectFirst("#stream").attr("hx-sse:connect"));
    }

    @Test
    void theTimelineShowsEachPrinterWithWorkAndWhenItIsThrough() {
        show(queued(printing("P10", "Gripper"), "Gear", "Jig"), queued(printer("P2"), "Gear"), printer("Idle"));
        Document page = page("/queues");

        assertThat(page.body().attr("data-section")).isEqualTo("queues");
        assertThat(page.select("#queue-rows > li").eachAttr("id"))
                .as("in the order of their names")
                .containsExactly("lane-id-P2", "lane-id-P10");
        assertThat(page.expectFirst("#lane-id-P10").text()).contains("P10", "Fri 12:52");
        assertThat(page.select("#lane-id-P10 rect").eachAttr("class"))
                .containsExactly("blk blk--now", "blk blk--queued", "blk blk--queued");
        assertThat(page.expectFirst("#lane-id-P2").text()).contains("21:35");
        assertThat(page.expectFirst("#queue-total").text()).isEqualTo("2 of 3 printers · 3 jobs waiting");
        assertThat(page.expectFirst("#queue-sums").text()).contains("21 h 15 min", "first queue through (P2)");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.html()).doesNotContain("style=").doesNotContain("lena@example.com");
    }

    @Test
    void theNextEndsOfAllPrintersAreMergedWithWhatFollows() {
        show(queued(printing("P1", "Gripper"), "Gear"), queued(printer("P2"), "Jig"));
        Document page = page("/queues");

        assertThat(page.select("#coming li").eachText())
                .containsExactly(
                        "21:35 P2 ends Jig then nothing",
                        "22:12 P1 ends Gripper then 22:27 Gear",
                        "Fri 05:32 P1 ends Gear then nothing");
    }

    @Test
    void columnsShowNeedsRunningBalanceAndWhatToBringBeforeTheJobThatLacksIt() {
        show(queued(printer("P1"), "A", "B", "C", "D"));
        Document page = page("/queues?view=columns");

        assertThat(page.select("#lane-id-P1 .qcol__list > li").eachAttr("class"))
                .containsExactly("qi", "qi", "qi", "qi-mark", "qi qi--short");
        assertThat(page.expectFirst("#item-id-P1-entry-1").text())
                .contains("A", "14:30 – 21:35", "291 left", "uses 121");
        assertThat(page.expectFirst("#item-id-P1-entry-4").text()).contains("−70 left");
        assertThat(page.expectFirst(".qi-mark").text()).contains("Onyx runs out, 70 cm³ short");
        assertThat(page.select("#item-id-P1-entry-1 a[hx-get$=/queue/entry-1/remove]"))
                .hasSize(1);
        assertThat(page.select("#item-id-P1-entry-1 a[hx-get*=/print?build=build-A]"))
                .hasSize(1);
        assertThat(page.select("a[href*=/move], a[href*=withdraw]"))
                .as("no link leads where there is no page")
                .isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void onlyOperatorsSeeWhatCanBeDone() {
        PageSite.VIEWER.set(new Viewer("guest", Role.VIEWER));
        show(queued(printer("P1"), "A"));
        Document page = page("/queues?view=columns");
        assertThat(page.select(".qi__acts, a[href$=/add]")).isEmpty();
        StepVerifier.create(stream(page))
                .then(() -> show(queued(printer("P1"), "A", "B")))
                .assertNext(message -> assertThat(message).contains("entry-2").doesNotContain("/remove"))
                .thenCancel()
                .verify();
    }

    @Test
    void aPrinterThatWaitsForAPersonSaysHowLongItTakesOnceItGoesOn() {
        show(queued(printer("P1", "Print Finished", StateGroup.FINISHED, null), "A"));
        Document page = page("/queues");
        assertThat(page.expectFirst("#lane-id-P1 .gantt__drain").text()).isEqualTo("7 h 05 min once cleared");
        assertThat(page.select("#lane-id-P1 rect").eachAttr("class")).containsExactly("blk blk--fin", "blk blk--wait");
        assertThat(page.expectFirst("#coming").text()).contains("No end can be told");
    }

    @Test
    void aQueueThatWasNotReadIsNotCalledEmpty() {
        Printer read = printer("P1");
        show(new Printer(read.report(), read.group(), read.cautions(), read.since(), null, false, null, NOW));
        assertThat(page("/queues?show=all").expectFirst("#lane-id-P1").text()).contains("queue not read", "not known");
        assertThat(page("/queues?show=all&view=columns")
                        .expectFirst("#lane-id-P1")
                        .text())
                .contains("Queue not read yet")
                .doesNotContain("Nothing waits");
    }

    @Test
    void filtersAreInTheAddressAndChipsDropThem() {
        show(
                queued(printer("P1"), "Gear"),
                queued(printer("P2"), "Jig", "Jig"),
                queued(printer("P3"), "A", "B", "C", "D"));
        Document short3 = page("/queues?show=short");
        assertThat(short3.select("#queue-rows > li").eachAttr("id")).containsExactly("lane-id-P3");
        assertThat(short3.select(".applied a").eachAttr("href")).containsExactly("/queues");

        Document jig = page("/queues?build=build-Jig&hours=72&sort=longest");
        assertThat(jig.select("#queue-rows > li").eachAttr("id")).containsExactly("lane-id-P2");
        assertThat(jig.expectFirst("#queue-found").text()).isEqualTo("Jig waits 2 times on 1 printers");
        assertThat(jig.select(".applied a").eachAttr("href")).containsExactly("/queues?hours=72&sort=longest");
        assertThat(page("/queues?q=lena jig").select("#queue-rows > li").eachAttr("id"))
                .containsExactly("lane-id-P2");
        Document none = page("/queues?q=nothing");
        assertThat(none.expectFirst("#queue-list").text()).contains("No queue matches");
        assertThat(page("/queues?sort=longest").select("#queue-rows > li").eachAttr("id"))
                .containsExactly("lane-id-P3", "lane-id-P2", "lane-id-P1");
    }

    @Test
    void aChangeOfTheFiltersSendsOnlyWhatItChanges() {
        show(queued(printer("P1"), "Gear"));
        String partial = Objects.requireNonNull(client.get()
                .uri("/queues?q=gear")
                .header("HX-Request-Type", "partial")
                .header("HX-Source", "form#queue-filters")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("HX-Replace-Url", "/queues?q=gear")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(partial).contains("id=\"queues\"").doesNotContain("<main");
        assertThat(targets(partial))
                .containsExactly(
                        "#queue-sums",
                        "#queue-total",
                        "#coming",
                        "#queue-choices",
                        "#queue-sheet-choices",
                        "#queue-views");
    }

    @Test
    void nothingReadNothingVisibleAndNothingToDoAreToldApart() {
        farms.show(new Farm(REVISION.incrementAndGet(), Map.of(), Freshness.none()));
        assertThat(page("/queues").expectFirst("#queue-list").text()).contains("Reading the farm…");
        farms.show(new Farm(
                REVISION.incrementAndGet(),
                Map.of(),
                new Freshness(null, NOW, new Trouble.Unavailable("Eiger cannot be reached.", null), NOW)));
        assertThat(page("/queues").expectFirst("#queue-list [role=alert]").text())
                .isEqualTo("Eiger cannot be reached.");
        show();
        assertThat(page("/queues").expectFirst("#queue-list").text()).contains("No printers are visible");
        show(printer("P1"));
        assertThat(page("/queues").expectFirst("#queue-list").text()).contains("No printer has work");
    }

    @Test
    void queuesStayInSightWhileEigerIsLost() {
        farms.show(Farm.of(
                REVISION.incrementAndGet(),
                List.of(queued(printing("P1", "Gripper"), "Gear")),
                new Freshness(NOW, NOW.plusSeconds(15), new Trouble.Unavailable("Gone.", null), NOW.plusSeconds(90))));
        assertThat(page("/queues").expectFirst("#lane-id-P1").text()).contains("Fri 05:32");
    }

    @Test
    void theStreamSendsOnlyWhatDiffers() {
        show(queued(printing("P1", "Gripper"), "Gear"), queued(printer("P2"), "Jig"));
        StepVerifier.create(stream(page("/queues")))
                .then(() -> show(queued(printing("P1", "Gripper"), "Gear"), queued(printer("P2"), "Jig")))
                .then(() -> show(queued(printing("P1", "Gripper"), "Gear"), queued(printer("P2"), "Jog")))
                .assertNext(message -> assertThat(targets(message)).containsExactly("#coming", "#lane-id-P2"))
                .then(() -> show(
                        queued(printing("P1", "Gripper"), "Gear"),
                        queued(printer("P2"), "Jog"),
                        queued(printer("P3"), "Jig")))
                .assertNext(message -> {
                    assertThat(targets(message))
                            .containsExactly("#lane-id-P2", "#queue-sums", "#queue-total", "#coming");
                    assertThat(message).contains("hx-swap=\"afterend\"", "id=\"lane-id-P3\"");
                })
                .then(() ->
                        show(queued(printing("P1", "Gripper"), "Gear"), printer("P2"), queued(printer("P3"), "Jig")))
                .assertNext(message ->
                        assertThat(message).contains("<hx-partial hx-target=\"#lane-id-P2\" hx-swap=\"delete\">"))
                .then(() -> show(printer("P1")))
                .assertNext(message -> assertThat(message).contains("No printer has work"))
                .thenCancel()
                .verify();
    }

    @Test
    void aPageThatShowsSomethingElseGetsEverythingFirst() {
        show(queued(printer("P1"), "Gear"));
        Document page = page("/queues");
        show(queued(printer("P1"), "Jig"));
        StepVerifier.create(stream(page))
                .assertNext(message -> assertThat(targets(message))
                        .containsExactly("#queue-sums", "#queue-total", "#coming", "#queue-list"))
                .thenCancel()
                .verify();
    }
}
