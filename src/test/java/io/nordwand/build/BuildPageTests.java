package io.nordwand.build;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static io.nordwand.history.BuildShelf.build;
import static io.nordwand.history.BuildShelf.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetail.PartVersion;
import io.nordwand.farm.record.BuildDetail.Pose;
import io.nordwand.farm.record.BuildDetail.Settings;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.history.BuildShelf;
import io.nordwand.history.Mirrors.Copy;
import io.nordwand.history.Progress;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ContextConfiguration(classes = BuildSite.class)
class BuildPageTests extends PageTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private BuildShelf shelf;

    @Autowired
    private FakeMirrors mirrors;

    @Autowired
    private BreakableDatabase breakable;

    private BuildRecord gear;
    private String at;

    /** Each test has a build of its own: what it is made of is remembered for a while. */
    @BeforeEach
    void aBuild() {
        mirrors.reset();
        String title = "Gear" + NUMBER.incrementAndGet();
        gear = build(title, NOW.minusSeconds(3600));
        at = "/builds/build-" + title;
        shelf.builds(gear);
        shelf.jobs();
        BuildSite.DETAIL.set(BuildSite.failing());
        show(printer("P1"));
    }

    @AfterEach
    void recover() {
        breakable.breakDown(false);
    }

    private String title() {
        return gear.build().title();
    }

    private Document page(String path, int status) {
        String html = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        Document page = Jsoup.parse(Objects.requireNonNullElse(html, ""));
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private Document parts() {
        String html = client.get()
                .uri(at + "/parts")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(Objects.requireNonNull(html));
    }

    private BuildRecord changed(@Nullable Boolean sliced, @Nullable Boolean approved, @Nullable Needs needs) {
        Build build = gear.build();
        return new BuildRecord(
                new Build(
                        build.id(),
                        build.title(),
                        needs == null ? "" : build.series(),
                        needs == null ? null : build.partCount(),
                        needs == null ? null : build.primaryMaterial(),
                        needs == null ? null : build.secondaryMaterial(),
                        needs == null ? Needs.UNKNOWN : needs,
                        needs == null ? null : build.estimate(),
                        sliced,
                        approved,
                        needs == null ? null : build.createdAt()),
                null,
                null,
                null,
                needs == null ? Costs.UNKNOWN : gear.standardCosts(),
                Costs.UNKNOWN);
    }

    private static PartVersion part(@Nullable String id, String title, @Nullable Settings settings) {
        return new PartVersion(id, title, "", 3.0, true, "X7", "Onyx", null, settings);
    }

    private void detail(@Nullable List<PartVersion> parts, @Nullable List<Pose> poses) {
        BuildSite.DETAIL.set(Mono.just(new BuildDetail(gear, parts, poses)));
    }

    @Test
    void showsTheFactsAtOnceWithoutAskingEiger() {
        BuildSite.DETAIL.set(Mono.never());
        Document page = page(at, 200);

        assertThat(page.body().attr("data-section")).isEqualTo("builds");
        assertThat(page.expectFirst("h1").text()).isEqualTo(title());
        assertThat(page.expectFirst("#build-facts").text())
                .contains("7 h 00 min", "Parts 4", "X7", "120.5 cm³", "14.2 cm³", "Support material –");
        assertThat(page.expectFirst("#build-facts img").attr("src")).isEqualTo(at + "/preview");
        assertThat(page.expectFirst("#build-costs").text())
                .contains("28.92", "19.17", "48.09", "does not name the currency")
                .doesNotContain("0.00", "CHF", "$", "€");
        assertThat(page.select("#act-send[hx-get='" + at + "/send'][hx-target=#dialogs]"))
                .hasSize(1);
        assertThat(page.select("#build-acts a").eachAttr("hx-get"))
                .containsExactly(at + "/send", at + "/request", at + "/backlog");
        assertThat(page.select("#act-approve").attr("href")).isEqualTo("/approvals?tick=build-" + title());
        assertThat(page.expectFirst("#build-parts").attr("hx-get")).isEqualTo(at + "/parts");
        assertThat(page.expectFirst("#build-parts").attr("hx-trigger")).isEqualTo("load");
        assertThat(page.select("#build-parts noscript").html()).contains(at + "/parts#build-parts");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.html()).doesNotContain("style=", "lena@example.com");
        assertThat(mirrors.refreshed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  Approved,      circle-check, may be printed",
        "false, Not approved,  stamp,        should not be printed",
        ",      Approvals off, circle-slash, every build may be printed",
    })
    void tellsThreeStatesOfApprovalApart(@Nullable Boolean approved, String word, String icon, String text) {
        shelf.builds(changed(true, approved, gear.build().needs()));
        Document page = page(at, 200);
        assertThat(page.expectFirst("#build-approval").text()).contains(word, text);
        assertThat(page.expectFirst("#build-approval use").attr("href")).isEqualTo("#i-" + icon);
    }

    @Test
    void whatIsNotKnownIsADashAndNeverZero() {
        shelf.builds(changed(false, null, null));
        Document page = page(at, 200);
        assertThat(page.expectFirst("#build-state").text()).isEqualTo("Not sliced");
        assertThat(page.select("#build-facts dd").eachText()).containsExactly("–", "–", "–", "–", "–");
        assertThat(page.select("#build-costs td.num").eachText()).allMatch("–"::equals);
        assertThat(page.expectFirst("#build-about").text()).contains("Made –", "Changed –", "Inspection not known");
        assertThat(page.expectFirst("#build-track").text()).contains("Success rate –");
        assertThat(page.text()).doesNotContain("0.0 cm³", "0.00", "1970");
    }

    @Test
    void tellsWherePrintersAndQueuesHaveIt() {
        Printer read = queued(printing("P1", title()), "Jig", title());
        Printer unread = printer("P2");
        show(
                read,
                new Printer(
                        unread.report(), unread.group(), unread.cautions(), unread.since(), null, false, null, NOW));
        shelf.jobs(job("j-9", gear, "Backlogged", null, NOW.minusSeconds(900), null));
        Document page = page(at, 200);

        assertThat(page.select("#build-where li").eachText())
                .satisfiesExactly(
                        now -> assertThat(now).contains("Printing", "P1", "61", "done 22:12"),
                        waits -> assertThat(waits)
                                .contains(
                                        "Waits",
                                        "P1",
                                        "place 2 of 2",
                                        "Lena Brunner",
                                        "starts Fri 05:47",
                                        "done Fri 12:52"),
                        asked -> assertThat(asked).contains("Asked for", "Aylin Demir", "since 14:17"));
        assertThat(page.expectFirst("#build-where").text()).contains("One queue was not read yet");
        assertThat(page.select("#act-withdraw").attr("hx-get")).isEqualTo("/queues/withdraw?build=build-" + title());
    }

    @Test
    void saysWhenItIsNowhereOnlyAsFarAsThatIsKnown() {
        assertThat(page(at, 200).expectFirst("#build-where").text())
                .contains("it waits in no queue, and nobody has asked for it");
        assertThat(page(at, 200).select("#act-withdraw")).isEmpty();

        farms.show(Farm.none());
        assertThat(page(at, 200).expectFirst("#build-where").text()).isEqualTo("Where it is now Reading the farm…");
    }

    @Test
    void showsItsRunsAndHowTheyEnded() {
        show(printing("P1", title()));
        shelf.jobs(
                job("j-1", gear, "Completed", "P1", NOW.minusSeconds(9000), NOW.minusSeconds(1800)),
                job("j-2", gear, "Failed", "Gone", NOW.minusSeconds(20_000), NOW.minusSeconds(19_000)),
                job("j-3", gear, "Canceled", null, NOW.minusSeconds(30_000), NOW.minusSeconds(29_000)),
                job("j-4", gear, "Completed", null, null, null),
                job("JOB-p1", gear, "Printing", "P1", NOW.minusSeconds(600), null),
                job("j-6", gear, "Printing", null, NOW.minusSeconds(90_000), null),
                job("j-7", gear, "Teleported", null, NOW.minusSeconds(99_000), null));
        Document page = page(at, 200);

        assertThat(page.select("#build-runs tbody tr").eachAttr("id"))
                .containsExactly("run-job-p1", "run-j-1", "run-j-2", "run-j-3", "run-j-6", "run-j-7", "run-j-4");
        assertThat(page.expectFirst("#run-job-p1 .js").hasClass("js--run")).isTrue();
        assertThat(page.expectFirst("#run-j-1").text()).contains("Completed", "P1", "2 h 00 min", "Lena Brunner");
        assertThat(page.select("#run-j-1 a").eachAttr("href")).containsExactly("/jobs/j-1", "/printers/id-P1");
        assertThat(page.select("#run-j-2 a").eachAttr("href"))
                .as("a printer that the farm does not have has no page")
                .containsExactly("/jobs/j-2");
        assertThat(page.select("#build-runs .panel__head a").attr("href")).isEqualTo("/jobs?build=build-" + title());
        assertThat(page.expectFirst("#run-j-2").text()).contains("Gone");
        assertThat(page.expectFirst("#run-j-3").text()).contains("not known");
        assertThat(page.expectFirst("#run-j-6").text())
                .contains("Uncertain", "Eiger says Printing, no printer has this job");
        assertThat(page.expectFirst("#run-j-7").text()).contains("Teleported");
        assertThat(page.expectFirst("#run-j-4").text()).contains("–").doesNotContain("1970");
        assertThat(page.expectFirst("#build-track").text())
                .contains("Runs 7", "Success rate 2 of 4 (50\u2009%)", "3 others are not counted");
        assertThat(page.expectFirst("#build-track").text())
                .as("what no printer has is not printing")
                .contains("Printing 1 Uncertain 1");
        assertThat(page.html()).doesNotContain("example.com");
    }

    @Test
    void noRunsInHalfACopyIsNotNeverPrinted() {
        assertThat(page(at, 200).expectFirst("#build-runs").text()).contains("never printed");
        mirrors.set(Copy.JOBS, new Progress(false, 12_400, null, false, null));
        Document page = page(at, 200);
        assertThat(page.expectFirst("#build-runs").text())
                .contains("None so far")
                .doesNotContain("never");
        assertThat(page.expectFirst("#copies").text()).contains("First reading: 12,400 so far");
    }

    @Test
    void showsPartsWithTheirSettingsAndWhereTheyLie() {
        detail(
                List.of(
                        part("V-1", "Left <jaw>", new Settings(1.5, 0.0, 90.0, -12.5, "mm")),
                        part("v-2", "", new Settings(null, null, null, null, "")),
                        part(null, "Nameless", null)),
                List.of(
                        new Pose("v-1", 10.0, 10.0, 0.0),
                        new Pose("v-1", 40.0, 10.0, 90.0),
                        new Pose("V-2", 10.0, 25.5, null),
                        new Pose(null, null, 3.0, 0.0)));
        Document parts = parts();

        assertThat(parts.expectFirst("#part-1").text())
                .contains("Left <jaw>", "version 3", "Onyx", "1.5", "(mm)", "x 0 · y 90 · z −12.5");
        assertThat(parts.select("[data-label=\"On the bed\"]").eachText()).containsExactly("2", "1", "–");
        assertThat(parts.expectFirst("#part-2").text())
                .contains("Untitled part")
                .doesNotContain("x – ·");
        assertThat(parts.select("#part-3 td:last-child").text()).isEqualTo("–");
        assertThat(parts.select("svg.bed__plan .bed__n").eachText()).containsExactly("1", "1", "2");
        assertThat(parts.select("svg.bed__plan circle"))
                .as("a place without a turn")
                .hasSize(1);
        assertThat(parts.expectFirst("#build-bed").text())
                .contains("x from 10 to 40, y from 10 to 25.5", "One part has no place")
                .doesNotContain("null", "NaN");
        assertThat(parts.select(".places tbody tr").eachText())
                .containsExactly(
                        "1 Left <jaw> 10 10 0",
                        "1 Left <jaw> 40 10 90",
                        "2 Untitled part 10 25.5 –",
                        "Eiger does not say which – 3 0");
        assertThat(parts.expectFirst("#build-parts").hasAttr("hx-trigger")).isFalse();
        assertThat(parts.select("main")).isEmpty();
    }

    @Test
    void partsAndPlacesThatEigerDidNotGiveAreNotCalledNone() {
        detail(null, null);
        assertThat(parts().text())
                .contains("Eiger did not say which parts this build has", "Eiger did not say where the parts lie");
    }

    @Test
    void aBuildWithoutPartsHasNone() {
        detail(List.of(), List.of());
        assertThat(parts().text()).contains("Eiger lists no parts", "Eiger gives no places");
        assertThat(parts().select("svg.bed__plan")).isEmpty();
    }

    @Test
    void whileEigerIsDownThePartsSaySoAndTheRestStands() {
        Document parts = parts();
        assertThat(parts.expectFirst("#build-parts").text())
                .contains("The parts could not be read", "Eiger is out of order.", "ref-4711", "Try again");
        assertThat(parts.select("#build-parts a").attr("hx-get")).isEqualTo(at + "/parts");
        Document whole = page(at + "/parts", 200);
        assertThat(whole.expectFirst("#build-parts").text()).contains("Eiger is out of order.");
        assertThat(whole.expectFirst("#build-facts").text()).contains("120.5 cm³");
    }

    @Test
    void withoutScriptsThePageWaitsForEigerATwoSecondsAtMost() {
        BuildSite.DETAIL.set(Mono.never());
        long began = System.nanoTime();
        Document whole = page(at + "/parts", 200);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(20));
        assertThat(whole.expectFirst("#build-parts").text()).contains("Eiger has not answered yet", "Try again");
        assertThat(whole.expectFirst("h1").text()).isEqualTo(title());
    }

    @Test
    void whatEigerDoesNotHaveAnyMoreIsForgotten() {
        BuildSite.DETAIL.set(Mono.error(new FarmException(new Trouble.NotFound("Eiger does not know this.", null))));
        assertThat(parts().text()).contains("Eiger does not know this.");
        assertThat(mirrors.refreshed).containsExactly(gear.build().id());
    }

    @Test
    void aBuildThatTheCopyLacksIsAskedForOnce() {
        BuildRecord late = build("Late" + title(), NOW);
        mirrors.answers(Mono.fromRunnable(() -> shelf.builds(late)));
        assertThat(page("/builds/build-Late" + title(), 200).expectFirst("h1").text())
                .isEqualTo("Late" + title());
        assertThat(mirrors.refreshed).hasSize(1);
    }

    @Test
    void aBuildThatIsNowhereIsNotFound() {
        page("/builds/unknown", 404);
        mirrors.answers(Mono.error(new FarmException(new Trouble.NotFound("No such build.", null))));
        page("/builds/unknown", 404);
        assertThat(mirrors.refreshed).hasSize(2);
        mirrors.answers(Mono.error(new FarmException(new Trouble.Rejected("That is no id.", null))));
        page("/builds/nope", 404);
        assertThat(mirrors.refreshed).hasSize(3);
        page("/builds/..%5C..%5Cetc", 404);
        page("/builds/a%20b", 404);
        assertThat(mirrors.refreshed).as("asked for only what can be an id").hasSize(3);
    }

    @Test
    void aBuildThatNobodyCanTellOfIsNotCalledMissing() {
        mirrors.answers(Mono.error(new FarmException(new Trouble.Unavailable("Eiger did not answer in time.", null))));
        assertThat(page("/builds/unknown", 503).text())
                .contains("This build can’t be shown", "Eiger did not answer in time.");
        breakable.breakDown(true);
        assertThat(page(at, 503).text()).contains("This build can’t be shown", "own database does not answer");
    }

    @Test
    void viewersSeeTheBuildAndMayOnlyAskForIt() {
        PageSite.VIEWER.set(new Viewer("guest", Role.VIEWER));
        show(queued(printer("P1"), title()));
        Document page = page(at, 200);
        assertThat(page.expectFirst("#build-where").text()).contains("place 1 of 1");
        assertThat(page.select("#act-send, #act-backlog, #act-withdraw")).isEmpty();
        assertThat(page.select("#act-request").attr("hx-get"))
                .as("asking is for everyone")
                .isEqualTo(at + "/request");
    }

    @Test
    void aPageThatIsRightGetsNothingUntilSomethingChanges() {
        String stream = page(at, 200).expectFirst("#page-stream").attr("data-url");
        assertThat(stream).startsWith(at + "/events?rev=");
        StepVerifier.create(messages(stream))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(700))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void theStreamFollowsTheFarmAndTheCopies() {
        StepVerifier.create(messages(at + "/events?rev=other"))
                .assertNext(message -> assertThat(targets(message))
                        .as("all of it for a browser with another page")
                        .contains("#build-note", "#build-facts", "#build-where", "#build-runs", "#copies"))
                .then(() -> show(queued(printer("P1"), title())))
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#build-where");
                    assertThat(message).contains("place 1 of 1", "/queues/withdraw");
                })
                .then(() -> {
                    shelf.jobs(job("j-1", gear, "Failed", "P1", NOW.minusSeconds(900), NOW));
                    mirrors.changed(Copy.JOBS);
                })
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#build-runs", "#build-track");
                    assertThat(message).contains("run-j-1");
                })
                .then(() -> {
                    shelf.builds(changed(true, true, gear.build().needs()));
                    mirrors.changed(Copy.BUILDS);
                })
                .assertNext(message -> assertThat(targets(message)).contains("#build-approval"))
                .then(() -> {
                    shelf.builds();
                    mirrors.changed(Copy.BUILDS);
                })
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#build-note");
                    assertThat(message).contains("This build is gone");
                })
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void theStreamOutlivesADatabaseThatFailsForAWhile() {
        StepVerifier.create(messages(at + "/events?rev=other"))
                .expectNextCount(1)
                .then(() -> {
                    breakable.breakDown(true);
                    mirrors.changed(Copy.BUILDS);
                    show(queued(printer("P1"), title()));
                })
                .assertNext(message -> assertThat(targets(message)).containsExactly("#build-where"))
                .thenCancel()
                .verify(LONG);
    }
}
