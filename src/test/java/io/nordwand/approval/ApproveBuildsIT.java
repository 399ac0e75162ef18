package io.nordwand.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.Simulation;
import io.nordwand.simulator.SimulatorProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's program approve-builds (field notes, section 5), done on the pages, and what may go wrong on the way. */
@Timeout(180)
class ApproveBuildsIT {

    private static final String LIST = "/approvals";
    private static final String CHANGE = "/approvals/change";
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private SimulatedEiger eiger;
    private Simulation shop;

    @BeforeEach
    void aFarm() {
        eiger = SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 8, false), Clock.systemUTC());
        shop = eiger.simulation();
    }

    @AfterEach
    void end() {
        eiger.close();
    }

    private RunningProgram start() throws Exception {
        return RunningProgram.start(folder, eiger.access());
    }

    /** Ticks the first builds of the list, and gives the form that confirms the difference. */
    private static Map<String, List<String>> ticked(RunningProgram program, int count) throws Exception {
        Document list =
                program.getOnce(LIST, page -> page.select("input[name=tick]").size() >= count);
        Map<String, List<String>> form = RunningProgram.form(list, "/approvals/draft");
        form.put("tick", new ArrayList<>(Objects.requireNonNull(form.get("row")).subList(0, count)));
        form.put("go", List.of(CHANGE));
        assertThat(program.post("/approvals/draft", form)).isEqualTo(303);
        return RunningProgram.form(program.get(CHANGE), CHANGE);
    }

    private static Document approved(RunningProgram program, int count) throws Exception {
        return program.getOnce(
                LIST + "?show=approved",
                page -> page.select("tr[data-approved=true]").size() == count);
    }

    @Test
    void approveBuilds() throws Exception {
        try (RunningProgram program = start()) {
            Map<String, List<String>> form = ticked(program, 2);
            shop.forgetCounts();
            assertThat(program.post(CHANGE, form)).isEqualTo(303);
            assertThat(approved(program, 2).select("tr[data-approved=true]")).hasSize(2);
            assertThat(shop.received("listApprovedBuilds"))
                    .as("read right before and right after")
                    .isGreaterThanOrEqualTo(2);
            assertThat(shop.received("approveBuilds")).isEqualTo(1);

            assertThat(program.post(CHANGE, form)).as("the same again").isEqualTo(303);
            Document list = program.get(LIST + "?show=approved");
            Map<String, List<String>> less = RunningProgram.form(list, "/approvals/draft");
            less.put(
                    "tick",
                    new ArrayList<>(Objects.requireNonNull(less.get("row")).subList(0, 1)));
            less.put("go", List.of(CHANGE));
            program.post("/approvals/draft", less);
            Document difference = program.get(CHANGE);
            assertThat(difference.select("#lost [data-build]")).hasSize(1);
            assertThat(program.post(CHANGE, RunningProgram.form(difference, CHANGE)))
                    .isEqualTo(303);
            assertThat(approved(program, 1).select("tr[data-approved=true]")).hasSize(1);
            assertThat(shop.received("approveBuilds")).isEqualTo(2);
            assertThat(shop.received("disableApprovedBuilds")).isZero();
        }
    }

    private Document outcome(RunningProgram program, String state) throws Exception {
        Document log = program.getOnce(
                "/audit?operation=approve",
                page -> !page.select("a[href^=/approvals/sets/]").isEmpty());
        String set = log.expectFirst("a[href^=/approvals/sets/]").attr("href");
        return program.getOnce(
                set.replace("/sets/", "/changes/"),
                page -> page.select("#outcome[data-state=" + state + "]").size() == 1);
    }

    @Test
    void aWebPageInPlaceOfAnAnswerIsSettledByReading() throws Exception {
        try (RunningProgram program = start()) {
            Map<String, List<String>> form = ticked(program, 2);
            eiger.faults().add(Fault.html(502).on("approveBuilds").times(1));
            shop.forgetCounts();
            assertThat(program.post(CHANGE, form)).isEqualTo(303);
            assertThat(outcome(program, "found-not-done").select("#outcome").attr("data-state"))
                    .isEqualTo("found-not-done");
            assertThat(shop.received("approveBuilds")).isEqualTo(1);
        }
    }

    private void arrived(String operation) {
        Eventually.so(() -> shop.received(operation) >= 1);
    }

    @Test
    void aSuddenEndInTheMiddleOfTheCallIsSettledByReadingAndNothingIsSentAgain() throws Exception {
        try (RunningProgram program = start()) {
            Map<String, List<String>> form = ticked(program, 2);
            eiger.faults().add(Fault.slow(LONG).on("approveBuilds"));
            program.posting(CHANGE, form);
            arrived("approveBuilds");
            program.kill();
            eiger.faults().clear();
            try (RunningProgram next = start()) {
                assertThat(outcome(next, "found-done").select("#outcome").attr("data-state"))
                        .isEqualTo("found-done");
                form.put(
                        "_csrf",
                        List.of(next.get(CHANGE).select("input[name=_csrf]").attr("value")));
                assertThat(next.post(CHANGE, form)).as("the form of before").isEqualTo(303);
                assertThat(shop.received("approveBuilds")).isEqualTo(1);
                assertThat(approved(next, 2).select("tr[data-approved=true]")).hasSize(2);
            }
        }
    }
}
