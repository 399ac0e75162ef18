package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the field notes say about real organizations. */
class HabitsTests {

    private static final String ALL = "?page%5Bsize%5D=1000";

    private final SimulatedEiger eiger = SimulatedEiger.start(
            new SimulatorProperties(0, 7, 1, 24, true),
            Clock.fixed(Instant.parse("2026-02-12T13:32:08Z"), ZoneOffset.UTC));
    private final Simulation simulation = eiger.simulation();
    private final Browser browser = new Browser(eiger.access());

    @AfterEach
    void close() {
        eiger.close();
    }

    @Test
    void jobsStayInPrintingForMonthsAndForgetTheirDevice() {
        List<JsonNode> stuck = items("/print_jobs" + ALL + "&filter%5Bstate%5D%5Beq%5D=Printing"
                + "&filter%5Bcreated_at%5D%5Blt%5D=2025-12-01T00:00:00Z");

        assertThat(stuck).hasSize(12);
        assertThat(stuck).anyMatch(job -> job.path("device").isNull());
        assertThat(stuck)
                .allMatch(job -> job.path("progress").isNull()
                        && job.path("printing_state").asString().equals("Unknown"));
    }

    @Test
    void aFilterOnTheEndLeavesRunningJobsOut() {
        List<JsonNode> ended = items("/print_jobs" + ALL + "&filter%5Bended_at%5D%5Bge%5D=2020-01-01T00:00:00Z");

        assertThat(ended).isNotEmpty().noneMatch(job -> job.path("ended_at").isNull());
    }

    @Test
    void fiberNeedsStandInAFieldOfTheirOwnAndNoMaterialIsAWord() {
        List<JsonNode> builds = items("/builds" + ALL);

        assertThat(builds)
                .anyMatch(build -> build.path("ccs_fiber_required").asDouble(0) > 0
                        && build.path("ccs_secondary_required").isNull());
        assertThat(builds)
                .anyMatch(build -> build.path("secondary_material").asString().equals("None"));
        assertThat(builds)
                .anyMatch(build -> build.path("primary_material").asString().contains("™"));
        assertThat(builds).anyMatch(build -> !build.path("sliced").asBoolean() && !build.has("preview_url"));
        assertThat(builds).allMatch(build -> build.path("approved").isNull());
    }

    @Test
    void namesAreMissingOrTakenTwice() {
        List<String> names = items("/devices" + ALL).stream()
                .map(device -> device.path("name").asString())
                .toList();

        assertThat(names).contains("");
        assertThat(names.stream().filter("Mark Two D"::equals)).hasSize(2);
    }

    @Test
    void approvalReplacesTheWholeSetAndUnapprovedBuildsAreRefused() {
        UUID approved = simulation.builds("Vacuum cup plate rev C").get(0);
        UUID other = simulation.builds("Transfer gear z22").get(0);
        String queue = "/devices/" + simulation.printer("X7-04").id() + "/queue";

        browser.send("PUT", "/builds/approved", "{\"builds\":[\"" + approved + "\"]}");

        assertThat(items("/builds/approved")).hasSize(1);
        assertThat(browser.json("/builds/" + other).path("approved").asBoolean(true))
                .isFalse();
        assertThat(browser.post(queue, "{\"build\":\"" + other + "\"}").statusCode())
                .isEqualTo(400);
        browser.delete("/builds/approved");
        assertThat(browser.get("/builds/approved").statusCode()).isEqualTo(204);
        assertThat(browser.post(queue, "{\"build\":\"" + other + "\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void withdrawingARequestHitsEveryRequestForThatBuildAndNoBacklogEntry() {
        UUID build = simulation.builds("Untitled build").get(0);
        String wanted =
                "/print_jobs" + ALL + "&filter%5Bstate%5D%5Beq%5D=Backlogged&filter%5Bbuild%5D%5Beq%5D=" + build;
        int before = items(wanted).size();
        browser.post("/job-requests/" + build, "{}");
        browser.post("/job-requests/" + build, "");
        browser.post("/backlog/" + build, "{\"dueDate\":\"2026-03-01\"}");

        assertThat(items(wanted)).hasSize(before + 3);
        browser.delete("/job-requests/" + build);
        assertThat(items(wanted)).isNotEmpty().hasSizeLessThanOrEqualTo(before + 1);
    }

    @Test
    void aReportIsOrderedByTheSingleCallAndComesLater() {
        String job = "/print_jobs/" + simulation.printer("X7-01").activeJob() + "/scan_report";
        String part = browser.json(job).get(0).path("printed_part_id").asString();
        String report = "/printed_parts/" + part + "/scan_report";

        simulation.advance(Duration.ofSeconds(60));
        assertThat(browser.json(job).get(0).path("scan_report_url").isNull()).isTrue();
        assertThat(browser.json(report).path("scan_report_url").isNull()).isTrue();
        simulation.advance(Duration.ofSeconds(60));
        String link = browser.json(job).get(0).path("scan_report_url").asString();
        assertThat(browser.anonymous("GET", link, null).statusCode()).isEqualTo(200);
        assertThat(browser.json(report).path("scan_report_url").asString()).isEqualTo(link);
    }

    @Test
    void aPictureComesByItsLinkAloneForAnHour() {
        String link = items("/builds" + ALL).stream()
                .map(build -> build.path("preview_url").asString(""))
                .filter(url -> !url.isEmpty())
                .findFirst()
                .orElseThrow();

        HttpResponse<byte[]> picture = browser.anonymous("GET", link, null);
        assertThat(picture.headers().firstValue("content-type")).hasValue("image/webp");
        assertThat(new String(picture.body(), 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
        assertThat(browser.get(link).statusCode()).as("with keys").isEqualTo(400);
        assertThat(browser.anonymous("GET", link + "0", null).statusCode()).isEqualTo(403);
        simulation.advance(Duration.ofMinutes(61));
        assertThat(browser.anonymous("GET", link, null).statusCode()).isEqualTo(403);
    }

    @Test
    void anUploadedFileIsSlicedAndComesBackByALinkOfHalfAMinute() {
        String stl = "solid a\nfacet normal 0 0 1\nendfacet\nendsolid a";
        JsonNode made = Browser.json(
                browser.form("/parts/upload_stl", "multipart/form-data; boundary=edge", Samples.upload(stl)));
        String status = "/parts/slice_status/" + made.path("slice_job_id").asString();
        String version = "/part_versions/" + made.path("part_version_id").asString();

        assertThat(browser.json(status).path("status").asString()).isEqualTo("REQUESTED");
        simulation.advance(Duration.ofSeconds(10));
        assertThat(browser.json(status).path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(browser.json(version).path("sliced").asBoolean()).isFalse();
        simulation.advance(Duration.ofSeconds(20));
        assertThat(browser.json(status).path("status").asString()).isEqualTo("COMPLETED");
        assertThat(browser.json(version).path("title").asString()).isEqualTo("Clip");
        String link = browser.json(version + "/download").path("url").asString();
        assertThat(new String(browser.anonymous("GET", link, null).body(), StandardCharsets.UTF_8))
                .isEqualTo(stl);
        simulation.advance(Duration.ofSeconds(31));
        assertThat(browser.anonymous("GET", link, null).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormIsTakenLikeJson() {
        UUID build = simulation.builds("Transfer gear z22").get(0);
        String queue = "/devices/" + simulation.printer("X7-04").id() + "/queue";

        assertThat(browser.form(queue, "application/x-www-form-urlencoded", "build=" + build)
                        .statusCode())
                .isEqualTo(201);
        assertThat(browser.post(queue, "{\"build\":\"" + build + "\",\"copies\":2}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post(queue, "{\"build\":").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesFollowEachOtherUntilNoneIsLeft() {
        String jobs = "/print_jobs?page%5Bsize%5D=100&sort%5Bby%5D=updated_at&sort%5Border%5D=asc&page%5Bnumber%5D=";
        int count = 0;
        int page = 1;
        JsonNode read = browser.json(jobs + page);
        while (read.path("has_more_items").asBoolean()) {
            count += read.path("items").size();
            read = browser.json(jobs + ++page);
        }

        assertThat(count + read.path("items").size())
                .isEqualTo(items("/print_jobs" + ALL).size());
        assertThat(browser.json(jobs + 99).path("items").size()).isZero();
        assertThat(browser.get("/devices?page%5Bsize%5D=1001").statusCode()).isEqualTo(400);
        assertThat(browser.get("/devices?sort%5Bby%5D=state").statusCode()).isEqualTo(400);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(browser.json(path).path("items").spliterator(), false)
                .toList();
    }
}
