package io.nordwand.build;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.history.BuildShelf.build;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.BuildShelf;
import io.nordwand.history.Mirrors.Copy;
import io.nordwand.history.Progress;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import reactor.test.StepVerifier;

@ContextConfiguration(classes = BuildSite.class)
class BuildsPageTests extends PageTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private BuildShelf shelf;

    @Autowired
    private FakeMirrors mirrors;

    @Autowired
    private BreakableDatabase breakable;

    @BeforeEach
    void threeBuilds() {
        mirrors.reset();
        shelf.builds(
                build("Gripper finger v7", NOW.minusSeconds(60)),
                with("approved", "Metal X", "Copper", null, null, false, true),
                with("", "Weaver 3000", null, null, Duration.ZERO, null, false));
    }

    @AfterEach
    void recover() {
        breakable.breakDown(false);
    }

    private static BuildRecord with(
            String title,
            String series,
            @Nullable String primary,
            @Nullable Double support,
            @Nullable Duration estimate,
            @Nullable Boolean sliced,
            @Nullable Boolean approved) {
        return BuildShelf.record(new Build(
                new BuildId("id-0123456789-" + title),
                title,
                series,
                null,
                primary,
                null,
                new Needs(null, null, support),
                estimate,
                sliced,
                approved,
                null));
    }

    private static List<String> titles(Document page) {
        return page.select("#builds-list tbody .cell__t > a").eachText();
    }

    @Test
    void showsEachBuildWithWhatItNeeds() {
        Document page = page("/builds");

        assertThat(page.body().attr("data-section")).isEqualTo("builds");
        assertThat(titles(page)).containsExactly("Gripper finger v7", "approved", "id-01234");
        Element row = page.expectFirst("#builds-list tbody tr");
        assertThat(row.text())
                .contains(
                        "4 parts", "Approvals off", "X7", "Onyx 121 cm³", "Carbon Fiber 14 cm³", "7 h 00 min", "14:31");
        assertThat(row.expectFirst("img").attr("src")).isEqualTo("/builds/build-Gripper%20finger%20v7/preview");
        assertThat(row.expectFirst("img").attr("loading")).isEqualTo("lazy");
        assertThat(row.expectFirst(".cell__t > a").attr("href")).isEqualTo("/builds/build-Gripper%20finger%20v7");
        assertThat(row.select("a[hx-get='/builds/build-Gripper%20finger%20v7/send'][hx-target=#dialogs]"))
                .hasSize(1);
        assertThat(page.expectFirst(".pager").text()).isEqualTo("1–3 of 3");
        assertThat(page.expectFirst("#copy").text()).contains("Eiger’s list as of");
        assertThat(page.select("#copy .icon")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.html()).doesNotContain("style=");
    }

    @Test
    void tellsThreeStatesOfApprovalApartBySignAndWord() {
        Document page = page("/builds");
        assertThat(page.select("tbody .js--mute").text()).isEqualTo("Approvals off");
        assertThat(page.select("tbody .js--ok").text()).isEqualTo("Approved");
        assertThat(page.select("tbody .js--warn").text()).isEqualTo("Not approved");
        assertThat(page.select("tbody .js use").eachAttr("href")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotKnownIsADashAndNeverZero() {
        Document page = page("/builds?q=approved");
        assertThat(page.expectFirst("tbody tr").text())
                .contains("Number of parts not known", "Not sliced", "Copper –")
                .doesNotContain("0 cm³", "0 parts", "1970");
        assertThat(page.expectFirst("tbody tr").select("td.num").eachText()).contains("–");
        assertThat(page("/builds?series=weaver 3000").expectFirst("tbody tr").text())
                .as("a word that nobody knows")
                .contains("Weaver 3000");
    }

    @Test
    void aTitleCannotBreakOut() {
        shelf.builds(build("<script>alert(1)</script>\" onload=\"x", NOW));
        Document page = page("/builds");
        assertThat(page.select("tbody script")).isEmpty();
        assertThat(titles(page)).containsExactly("<script>alert(1)</script>\" onload=\"x");
        assertThat(page.select("#builds-list [onload]")).isEmpty();
    }

    @Test
    void filtersStandInTheFormAndInChipsThatDropThem() {
        Document page = page(
                "/builds?q=grip&series=x7&material=onyx&sliced=yes&approved=off&min=1&max=9&from=2026-02-01&to=2026-02-12&sort=title");
        assertThat(titles(page)).containsExactly("Gripper finger v7");
        assertThat(page.select("#filters option[selected]").eachAttr("value"))
                .containsExactly("X7", "Onyx", "off", "yes", "title");
        assertThat(page.expectFirst("#filters [name=from]").attr("value")).isEqualTo("2026-02-01");
        assertThat(page.expectFirst("#filters [name=max]").attr("value")).isEqualTo("9");
        assertThat(page.select("#applied a").eachText())
                .containsExactly(
                        "Remove this filter: “grip”",
                        "Remove this filter: x7",
                        "Remove this filter: onyx",
                        "Remove this filter: Sliced",
                        "Remove this filter: Approvals off",
                        "Remove this filter: Parts from 1",
                        "Remove this filter: Parts to 9",
                        "Remove this filter: Made from 2026-02-01",
                        "Remove this filter: Made to 2026-02-12",
                        "Drop all filters");
        assertThat(page.expectFirst("#applied a").attr("href"))
                .startsWith("/builds?series=x7&material=onyx")
                .endsWith("sort=title")
                .doesNotContain("q=");
        assertThat(page.select("#applied a:last-child").attr("href")).isEqualTo("/builds?sort=title");
    }

    @Test
    void theSheetOfPhonesOutdoesTheHiddenFilters() {
        Document page = page("/builds?approved=off&min=&approved=yes&min=");
        assertThat(titles(page)).containsExactly("approved");
        assertThat(titles(page("/builds?approved=off&approved="))).containsExactly("Gripper finger v7");
    }

    @Test
    void wordsThatMeanNothingAreLeftOut() {
        Document page = page("/builds?sliced=maybe&approved=perhaps&min=-1&max=x&from=yesterday&sort=magic&page=-7");
        assertThat(titles(page)).hasSize(3);
        assertThat(page.select("#applied a")).isEmpty();
    }

    @Test
    void aChangeOfTheFormBringsTheRegionAloneAndTheUrlToSend() {
        client.get()
                .uri("/builds?q=grip&series=")
                .header("HX-Request", "true")
                .header("HX-Request-Type", "partial")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("HX-Replace-Url", "/builds?q=grip")
                .expectBody(String.class)
                .value(html -> assertThat(html)
                        .contains("id=\"builds\"", "Gripper finger v7")
                        .doesNotContain("<form", "<main"));
    }

    @Test
    void whereNothingMatchesEachFilterCanBeDropped() {
        Document page = page("/builds?q=nothing&approved=yes");
        assertThat(page.expectFirst("#builds-list").text())
                .contains("No build matches", "Without “nothing”", "Without Approved", "Drop all filters");
        assertThat(page.select("#builds-list a").eachAttr("href"))
                .containsExactly("/builds?approved=yes", "/builds?q=nothing", "/builds");
    }

    @Test
    void nothingFoundInHalfACopyIsNotNothingThere() {
        mirrors.set(Copy.BUILDS, new Progress(false, 2, null, false, null));
        assertThat(page("/builds?q=nothing").expectFirst("#builds-list").text())
                .contains("has not been read to its end yet");
        assertThat(page("/builds").expectFirst("#copy").text()).isEqualTo("First reading: 2 so far");
        shelf.builds();
        assertThat(page("/builds").expectFirst("#builds-list").text()).contains("Reading builds…");
        mirrors.reset();
        assertThat(page("/builds").expectFirst("#builds-list").text()).contains("There are no builds");
    }

    @Test
    void saysWhenTheCopyIsOldAndWhy() {
        mirrors.troubled(new Trouble.Unavailable("Eiger did not answer in time.", null));
        Document page = page("/builds");
        assertThat(titles(page)).as("what is known is shown").hasSize(3);
        assertThat(page.expectFirst("#copy").text()).contains("Eiger did not answer in time.");
        assertThat(page.select("#copy .icon")).hasSize(1);
        assertThat(page.select("#copy time").attr("datetime")).isEqualTo("2026-02-12T14:17:08Z");
    }

    @Test
    void pagesAreLinkedWithTheFiltersKept() {
        shelf.builds(IntStream.range(0, 620)
                .mapToObj(i -> build("Gear " + i, NOW.minusSeconds(i)))
                .toList());
        Document page = page("/builds?q=gear&page=6");
        assertThat(titles(page)).hasSize(50).startsWith("Gear 250");
        assertThat(page.expectFirst(".pager").text()).startsWith("251–300 of 620");
        assertThat(page.select(".pager__n").eachText()).containsExactly("1", "4", "5", "6", "7", "8", "13");
        assertThat(page.select(".pager__n[aria-current=page]").text()).isEqualTo("6");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/builds?q=gear&page=7");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/builds?q=gear&page=5");
        assertThat(page("/builds?page=13").select("a[rel=next]")).isEmpty();

        Document past = page("/builds?q=gear&page=99");
        assertThat(past.expectFirst("#builds-list").text()).contains("This page is past the end", "620 builds");
        assertThat(past.select("#builds-list a").attr("href")).isEqualTo("/builds?q=gear");
    }

    @Test
    void viewersSeeBuildsButNothingToDo() {
        PageSite.VIEWER.set(new Viewer("guest", Role.VIEWER));
        Document page = page("/builds");
        assertThat(titles(page)).hasSize(3);
        assertThat(page.select("a[href$=/send]")).isEmpty();
    }

    @Test
    void saysWhenTheDatabaseDoesNotAnswer() {
        breakable.breakDown(true);
        client.get()
                .uri("/builds?series=X7")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("Builds can’t be shown", "value=\"X7\""));
    }

    @Test
    void aPageThatIsRightGetsNothingUntilSomethingChanges() {
        String stream = page("/builds?q=gear").expectFirst("#stream").attr("hx-sse:connect");
        assertThat(stream).startsWith("/builds/events?q=gear&rev=");
        StepVerifier.create(messages(stream))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(700))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void theStreamBringsBuildsAsTheyAreCopied() {
        StepVerifier.create(messages("/builds/events?q=gear&rev=other"))
                .assertNext(message -> assertThat(targets(message))
                        .as("all of it for a browser with another list")
                        .containsExactly("#builds-list", "#copy"))
                .then(() -> {
                    shelf.builds(build("Gear", NOW), build("Jig", NOW));
                    mirrors.changed(Copy.BUILDS);
                })
                .assertNext(message -> {
                    assertThat(targets(message)).containsExactly("#builds-list");
                    assertThat(message).contains("Gear", "/send").doesNotContain("Jig");
                })
                .then(() -> {
                    mirrors.set(Copy.BUILDS, new Progress(true, 2, NOW.plusSeconds(60), false, null));
                    mirrors.changed(Copy.JOBS);
                    mirrors.changed(Copy.BUILDS);
                })
                .assertNext(message -> assertThat(targets(message)).containsExactly("#copy"))
                .thenCancel()
                .verify(LONG);
    }
}
