package io.nordwand.job;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.job.Samples.ago;
import static io.nordwand.job.Samples.bare;
import static io.nordwand.job.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.PartReport;
import io.nordwand.history.JobShelf;
import io.nordwand.history.Progress;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** One job's page, its stream and its reports. */
@SpringBootTest(classes = JobSite.class)
class JobPageTests extends PageTest {

    @Autowired
    private JobShelf shelf;

    @Autowired
    private JobSite.FakeReports reports;

    @BeforeEach
    void aPrinterAtWork() {
        show(printing("X7-01", "Gripper"));
        shelf.progress(new Progress(true, 3, NOW, false, null));
        shelf.keep(
                job("job-X7-01", "Gripper", "Printing", ago(12), null),
                job("j-done", "Cover", "Completed", ago(20), ago(6)),
                bare("j-bare"));
        reports.parts.clear();
        reports.ordered.clear();
    }

    private Document at(String path) {
        Document page = Jsoup.parse(Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static String text(Document page, String css) {
        return Objects.requireNonNull(page.selectFirst(css)).text();
    }

    @Test
    void itsTimesMakeALineWithDurationsInWords() {
        Document page = at("/jobs/j-done");
        assertThat(page.select(".step").eachAttr("data-step"))
                .containsExactly("queued", "created", "started", "completed");
        assertThat(text(page, "[data-step=created]")).contains("waited 3 h 00 min");
        assertThat(text(page, "[data-step=started]")).contains("printed 14 h 00 min");
        assertThat(text(page, "[data-step=completed]")).contains("12 Feb 08:32:08");
    }

    @Test
    void whatIsMissingIsNotKnown() {
        Document page = at("/jobs/j-bare");
        assertThat(page.select(".step").eachText())
                .containsExactly("Made not known", "Started not known", "Ended not known");
        assertThat(text(page, "aside")).contains("What it takes is not known.").doesNotContain("0.0");
    }

    @Test
    void whatRunsShowsThePrintersOwnProgress() {
        Document page = at("/jobs/JOB-x7-01");
        assertThat(text(page, "#job-state")).isEqualTo("Printing");
        assertThat(text(page, "#job-now")).contains("412", "of 675", "61", "22:12");
        assertThat(page.select("#job-now a[href='/printers/id-X7-01']")).hasSize(1);
        assertThat(text(page, "[data-step=ended]")).contains("not yet");
    }

    @Test
    void costsAndMaterialsAreDashesWhereTheyAreNotKnown() {
        Document page = at("/jobs/j-done");
        assertThat(page.select(".jobcost tbody tr").eachText())
                .containsExactly("Onyx 206.3 cm³ 49.51 –", "Carbon Fiber 33.5 cm³ 45.23 –", "Total 94.74 –");
    }

    @Test
    void addressesAreForOperatorsOnly() {
        assertThat(text(at("/jobs/j-done"), "aside")).contains("Marco Keller", "marco@example.com");
        PageSite.VIEWER.set(new Viewer("nina", Role.VIEWER));
        assertThat(at("/jobs/j-done").html()).contains("Marco Keller").doesNotContain("@example.com");
    }

    @Test
    void aJobThatIsNotCopiedYetIsAskedForOnce() {
        shelf.answers(Mono.fromRunnable(() -> shelf.add(job("j-new", "Fresh", "Completed", ago(1), ago(0)))));
        assertThat(text(at("/jobs/j-new"), "h1")).isEqualTo("Fresh");
        assertThat(shelf.refreshed).hasSize(1);
        at("/jobs/j-new");
        assertThat(shelf.refreshed).hasSize(1);
    }

    @Test
    void aJobThatNobodyKnowsIsNotFound() {
        client.get().uri("/jobs/none").exchange().expectStatus().isNotFound();
        shelf.answers(Mono.error(new FarmException(new Trouble.Rejected("No such id.", null))));
        client.get().uri("/jobs/none").exchange().expectStatus().isNotFound();
    }

    @Test
    void itsStreamFollowsThePrinterAndTheCopy() {
        StepVerifier.create(messages("/jobs/job-X7-01/events"))
                .assertNext(first -> assertThat(targets(first)).containsExactly("#job-state", "#job-now", "#job-times"))
                .then(() -> show())
                .assertNext(idle -> assertThat(Jsoup.parse(idle).text())
                        .contains("Uncertain")
                        .doesNotContain("61"))
                .then(() -> shelf.add(job("job-X7-01", "Gripper", "Completed", ago(12), ago(0))))
                .assertNext(done -> assertThat(Jsoup.parse(done).text()).contains("Completed"))
                .thenCancel()
                .verify();
    }

    @Test
    void reportsSayWhichAreThereAndOfferTheRest() {
        reports.parts.add(new PartReport("p-1", true));
        reports.parts.add(new PartReport("p-2", false));
        Document page = at("/jobs/j-done/reports");
        assertThat(text(page, "#report-sum")).contains("1 of 2 parts have a report");
        assertThat(page.select("[data-report]").eachAttr("data-report")).containsExactly("there", "none");
        assertThat(page.select("#report-p-1 a[href='/jobs/j-done/reports/p-1']"))
                .hasSize(1);
        assertThat(text(page, "#reports-order")).contains("Order the missing report");
        assertThat(page.select("#reports-order [name=actionId]").eachAttr("value"))
                .containsExactly("action-1");
        assertThat(reports.ordered).as("looking orders nothing").isEmpty();
    }

    @Test
    void viewersCanFetchReportsAndOrderNone() {
        reports.parts.add(new PartReport("p-1", true));
        reports.parts.add(new PartReport("p-2", false));
        PageSite.VIEWER.set(new Viewer("nina", Role.VIEWER));
        Document page = at("/jobs/j-bare/reports");
        assertThat(page.select("#reports-order")).isEmpty();
        assertThat(page.select("#reports-all")).hasSize(1);
    }

    @Test
    void allReportsComeInOneFileAndAFailureDoesNotLoseTheOthers() throws IOException {
        reports.parts.add(new PartReport("p-1", true));
        reports.parts.add(new PartReport("../broken", true));
        reports.parts.add(new PartReport("p-3", true));
        reports.parts.add(new PartReport("p-4", false));
        byte[] zip = client.get()
                .uri("/jobs/j-done/reports.zip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBody();
        Map<String, String> entries = entries(Objects.requireNonNull(zip));
        assertThat(entries)
                .containsEntry("report-01-p-1.pdf", "report of p-1")
                .containsEntry("report-02----broken.pdf", "")
                .containsEntry("report-03-p-3.pdf", "report of p-3")
                .hasSize(4);
        assertThat(entries.get("incomplete.txt"))
                .contains("report-02----broken.pdf")
                .doesNotContain("secret");
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void oneReportComesAsAFileThatNoBrowserRuns() {
        reports.parts.add(new PartReport("p-1", true));
        client.get()
                .uri("/jobs/j-done/reports/p-1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"report-p-1.pdf\"")
                .expectBody(String.class)
                .isEqualTo("report of p-1");
        client.get().uri("/jobs/j-done/reports/p-2").exchange().expectStatus().isNotFound();
    }
}
