package io.nordwand.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Recipes;
import io.nordwand.dispatch.RunningProgram;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The vendor's programs that concern jobs (field notes, section 5), done on the pages. */
@Timeout(180)
class JobRecipesIT {

    private static RunningProgram program;

    @BeforeAll
    static void theCopyIsWhole() throws Exception {
        program = Recipes.program();
        // The copy of the jobs is whole, and a printer was read, so that it can be told what prints.
        program.getOnce(
                "/jobs",
                page -> page.select("#copy time").size() == 1
                        && page.select("#jobs-unread").isEmpty()
                        && page.select("#job-rows tr").size() == 50);
    }

    private static List<Element> allRows(String path) throws Exception {
        List<Element> rows = new ArrayList<>();
        Document page = program.get(path);
        while (true) {
            rows.addAll(page.select("#job-rows tr"));
            Element next = page.selectFirst("a[rel=next]");
            if (next == null) {
                return rows;
            }
            page = program.get(next.attr("href"));
        }
    }

    /** The number of jobs per state: what the figures say is what is found by leafing through all jobs. */
    @Test
    void printJobState() throws Exception {
        Map<String, Long> figures = figures();
        Map<String, Long> counted = counted();
        // What is read from Eiger in between would be in one of them alone.
        for (Map<String, Long> after = figures(); !after.equals(figures); after = figures()) {
            figures = after;
            counted = counted();
        }
        assertThat(figures).isEqualTo(counted).containsKeys("Completed", "Failed", "Canceled", "Uncertain");
        assertThat(Recipes.shop().received("listPrintJobs")).isPositive();
    }

    private static Map<String, Long> figures() throws Exception {
        Map<String, Long> figures = new TreeMap<>();
        program.get("/jobs")
                .select(".jobsum__list li")
                .forEach(tally -> figures.put(
                        tally.expectFirst(".js").text(),
                        Long.valueOf(tally.expectFirst("b").text().replace(",", ""))));
        return figures;
    }

    private static Map<String, Long> counted() throws Exception {
        return allRows("/jobs").stream()
                .collect(Collectors.groupingBy(
                        row -> row.expectFirst(".js").text(), TreeMap::new, Collectors.counting()));
    }

    /** All reports of a job: ordered where they are missing, then there. */
    @Test
    void scanReports() throws Exception {
        String path = inspected();
        Map<String, List<String>> form = RunningProgram.form(program.get(path), path);
        int parts = program.get(path).select("[data-report=none]").size();
        assertThat(program.post(path, form)).isEqualTo(303);
        assertThat(program.post(path, form)).as("the same form again").isEqualTo(303);
        program.getOnce(
                path,
                page -> page.select("[data-report=ordered], [data-report=there]")
                                .size()
                        == parts);
        assertThat(Recipes.shop().carriedOut("getPrintedPartScanReport")).isEqualTo(parts);
        assertThat(program.get("/audit?operation=report.order").select("[data-outcome=done]"))
                .hasSize(parts);

        Recipes.shop().advance(Duration.ofMinutes(30));
        Document there =
                program.getOnce(path, page -> page.select("[data-report=there]").size() == parts);
        assertThat(there.select("#reports-all").eachAttr("href")).containsExactly(path + ".zip");
        List<String> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(program.file(path + ".zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(entry.getName());
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF");
            }
        }
        assertThat(files).hasSize(parts).doesNotHaveDuplicates().allMatch(name -> name.endsWith(".pdf"));
    }

    private static String inspected() throws Exception {
        for (Element row : allRows("/jobs?state=completed")) {
            String path = row.expectFirst("a[href^=/jobs/]").attr("href");
            if (program.get(path).text().contains("Made from the scans")) {
                String reports = path + "/reports";
                if (!program.get(reports).select("#reports-order").isEmpty()) {
                    return reports;
                }
            }
        }
        throw new AssertionError("No completed job of the simulator has inspected parts");
    }
}
