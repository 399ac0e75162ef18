package io.nordwand.job;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.job.Samples.ago;
import static io.nordwand.job.Samples.bare;
import static io.nordwand.job.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.JobShelf;
import io.nordwand.history.Progress;
import io.nordwand.web.PageTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The list of jobs, its figures and its table for spreadsheets. */
@SpringBootTest(classes = JobSite.class)
class JobsPageTests extends PageTest {

    @Autowired
    private JobShelf shelf;

    @Autowired
    private BreakableDatabase breakable;

    @BeforeEach
    void aWholeCopy() {
        show(printing("X7-01", "Gripper"));
        shelf.progress(new Progress(true, 5, NOW, false, null));
        shelf.keep(
                job("job-X7-01", "Gripper", "Printing", ago(2), null),
                job("j-stuck", "Old jig", "Printing", ago(900), null),
                job("j-done", "Cover", "Completed", ago(20), ago(6)),
                job("j-failed", "Hinge", "Failed", ago(40), ago(39)),
                job("j-odd", "Pulley", "Polishing", ago(50), null));
    }

    @AfterEach
    void recover() {
        breakable.breakDown(false);
    }

    private static List<String> rows(Document page) {
        return page.select("#job-rows > tr").eachAttr("id");
    }

    private static String text(Document page, String css) {
        return Objects.requireNonNull(page.selectFirst(css)).text();
    }

    @Test
    void everyStateHasItsColourItsShapeAndItsWord() {
        Document page = page("/jobs");
        assertThat(rows(page))
                .containsExactly("job-job-X7-01", "job-j-done", "job-j-failed", "job-j-odd", "job-j-stuck");
        assertThat(page.select("#job-rows .js").eachText())
                .containsExactly("Printing", "Completed", "Failed", "Polishing", "Uncertain");
        assertThat(page.select("#job-rows .js").eachAttr("class"))
                .containsExactly("js js--run", "js js--ok", "js js--fail", "js js--mute", "js js--warn");
        assertThat(page.select("#job-rows .js use").eachAttr("href"))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void aRowSaysHowLongItWaitedAndPrintedAndWhoAsked() {
        assertThat(text(page("/jobs"), "#job-j-done"))
                .contains("Cover", "X7-01", "3 h 00 min", "14 h 00 min", "Lena Brunner", "Eiger")
                .doesNotContain("@");
    }

    @Test
    void whatIsMissingIsADashAndNeverZero() {
        shelf.keep(bare("j-bare"));
        Document page = page("/jobs");
        assertThat(text(page, "#job-j-bare")).contains("Build not known", "No state given", "not known", "–");
        assertThat(text(page, "#job-j-bare")).doesNotContain("0", "under 1 min");
    }

    @Test
    void aBuildWithoutATitleIsNotABuildThatIsNotKnown() {
        shelf.keep(Samples.job("j-untitled", "", "Completed", Samples.ago(3), Samples.ago(2)));
        assertThat(text(page("/jobs"), "#job-j-untitled a")).isEqualTo("b-");
    }

    @Test
    void figuresCountWhatPrintersOwnApartFromWhatOnlySaysSo() {
        Document page = page("/jobs");
        assertThat(text(page, "#h-figures")).startsWith("5 jobs");
        assertThat(page.select(".jobsum__list li").eachText())
                .containsExactly("Printing 1", "Uncertain 1", "Completed 1", "Failed 1", "Polishing 1");
        assertThat(text(page, ".jobsum__rate")).contains("50").contains("1 of 2 that ended");
        assertThat(page.expectFirst(".jobsum__list a").attr("href")).isEqualTo("/jobs?state=printing");
    }

    @Test
    void withNothingEndedThereIsNoSuccessRate() {
        Document page = page("/jobs?from=2026-02-12&state=printing");
        assertThat(text(page, ".jobsum__rate")).startsWith("–").contains("nothing has ended");
    }

    @Test
    void theTableBesideTheChartHasItsNumbers() {
        Document page = page("/jobs?span=7");
        assertThat(page.select(".jobsum__table tbody tr").eachText())
                .containsExactly("10 Feb 2026 0 1 1", "11 Feb 2026 1 0 0", "12 Feb 2026 0 0 1");
        assertThat(page.select("svg.chart rect")).hasSize(4);
        assertThat(page.select("svg.chart [style], .jobsum [style]")).isEmpty();
    }

    @Test
    void figuresAreLeftOutWhereTheyWouldCountOtherJobsThanTheList() {
        assertThat(page("/jobs?q=cover").select("#jobs-figures")).isEmpty();
        assertThat(page("/jobs?state=failed").select("#jobs-figures")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=cover | j-done | “cover”",
                "state=uncertain | j-stuck | Uncertain",
                "state=polishing | j-odd | Polishing",
                "state=FAILED | j-failed | Failed",
                "build=b-Hinge | j-failed | Build Hinge",
                "from=2026-02-12 | job-X7-01 | From 2026-02-12",
                "span=7&state=completed | j-done | Completed",
                "person=Marco+Keller&state=completed | j-done | Completed",
                "printer=id-X7-01&q=hinge | j-failed | “hinge”",
                "source=eiger&q=hinge | j-failed | “hinge”",
            })
    void aFilterIsInTheAddressAndInAChipThatRemovesIt(String query, String id, String chip) {
        Document page = page("/jobs?" + query);
        assertThat(rows(page)).containsExactly("job-" + id);
        assertThat(text(page, "#applied")).contains("Remove filter:" + chip);
        assertThat(page.select("#applied a").eachAttr("href")).allMatch(href -> href.startsWith("/jobs"));
        assertThat(Objects.requireNonNull(page.selectFirst("#jobs-csv")).attr("href"))
                .startsWith("/jobs.csv?");
    }

    @Test
    void uncertainJobsComeWithTheirAgeAndWhatToDo() {
        Document page = page("/jobs?state=uncertain");
        assertThat(text(page, "#jobs-uncertain")).contains("Look at the printer");
        assertThat(text(page, "#job-j-stuck")).contains("says so for").contains("37 d");
    }

    @Test
    void nothingIsUncertainForSureBeforeThePrintersWereRead() {
        farms.show(Farm.none());
        Document page = page("/jobs");
        assertThat(text(page, "#jobs-unread")).contains("have not been read yet");
        assertThat(text(page, "#job-job-X7-01")).contains("Uncertain");
    }

    @Test
    void filtersThatNothingMatchesCanBeDropped() {
        Document page = page("/jobs?q=nothing&state=failed");
        assertThat(text(page, "#jobs-list")).contains("No job fits");
        assertThat(page.select("#jobs-list a.btn").eachAttr("href"))
                .containsExactly("/jobs?state=failed", "/jobs?q=nothing", "/jobs");
    }

    @Test
    void anEmptyListSaysWhetherItIsEmptyOrNotReadYet() {
        shelf.keep();
        assertThat(text(page("/jobs"), "#jobs-list")).contains("No jobs yet");
        shelf.progress(new Progress(false, 0, null, false, null));
        assertThat(text(page("/jobs"), "#jobs-list")).contains("The first reading is under way");
    }

    @Test
    void anOldCopySaysSo() {
        shelf.progress(new Progress(true, 5, ago(2), true, new Trouble.Unavailable("Eiger is out of order.", null)));
        Document page = page("/jobs");
        assertThat(text(page, "#copy")).contains("12:32:08").contains("Eiger is out of order.");
        assertThat(rows(page)).hasSize(5);
    }

    @Test
    void longListsAreLeafedThroughWithoutLosingAJob() {
        shelf.keep(IntStream.range(0, 120)
                .mapToObj(n -> job("j-" + n, "Thing", "Completed", ago(n), ago(n)))
                .toArray(JobRecord[]::new));
        Document first = page("/jobs");
        assertThat(text(first, "#jobs-total")).isEqualTo("120 jobs");
        Document second = page(next(first));
        Document third = page(next(second));
        assertThat(rows(first)).hasSize(50).startsWith("job-j-0").endsWith("job-j-49");
        assertThat(rows(second)).hasSize(50).startsWith("job-j-50");
        assertThat(rows(third)).hasSize(20).endsWith("job-j-119");
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(third.select("#jobs-pages a").eachAttr("href")).containsExactly("/jobs");
        assertThat(rows(page("/jobs?sort=oldest"))).startsWith("job-j-119");
    }

    private static String next(Document page) {
        return Objects.requireNonNull(page.selectFirst("a[rel=next]"))
                .attr("href")
                .replace("%7E", "~");
    }

    @Test
    void aChangeOfTheFiltersBringsTheRegionAndTheAddress() {
        Document region = Jsoup.parse(Objects.requireNonNull(client.get()
                .uri("/jobs?q=cover&person=&printer=")
                .header("HX-Request-Type", "partial")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("HX-Replace-Url", "/jobs?q=cover")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        assertThat(region.select("#jobs #job-j-done")).hasSize(1);
        assertThat(region.select("form, main")).isEmpty();
        assertThat(region.select("hx-partial").eachAttr("hx-target")).containsExactly("#jobs-csv", "#jobs-total");
    }

    @Test
    void aDatabaseThatFailsIsNoEmptyList() {
        breakable.breakDown(true);
        client.get()
                .uri("/jobs")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .value(html ->
                        assertThat(html).contains("can’t be read at the moment").doesNotContain("No jobs yet"));
    }

    @Test
    void theTableForSpreadsheetsHasWhatIsFilteredWithoutAddresses() {
        String csv = csv("/jobs.csv?q=cover");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains("\"j-done\",\"Cover\",\"b-Cover\",\"completed\",\"Completed\",\"X7-01\"")
                .contains("\"10800\",\"50400\",\"Marco Keller\",\"Lena Brunner\"")
                .doesNotContain("@example.com", "email");
    }

    @Test
    void theTableForSpreadsheetsTellsWhatIsUncertainAndLeavesUnknownCellsEmpty() {
        shelf.add(bare("j-bare"));
        String csv = csv("/jobs.csv");
        assertThat(csv.lines()).hasSize(7);
        assertThat(csv).contains("\"j-stuck\",\"Old jig\",\"b-Old jig\",\"uncertain\",\"Printing\"");
        assertThat(csv.lines().filter(line -> line.contains("j-bare")).findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line.replace("\"\"", "")).isEqualTo("\"j-bare\"" + ",".repeat(24)));
    }

    @Test
    void theTableForSpreadsheetsReadsOnBeyondOnePiece() {
        shelf.keep(IntStream.range(0, 1201)
                .mapToObj(n -> job("j-" + n, "Thing", "Completed", ago(n), ago(n)))
                .toArray(JobRecord[]::new));
        List<String> ids = csv("/jobs.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(ids).hasSize(1201).doesNotHaveDuplicates();
    }

    private String csv(String path) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; filename=\"nordwand-jobs-2026-02-12.csv\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
