package io.nordwand.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.dispatch.Recipes;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's program approve-builds (field notes, section 5), done on the pages, and what may go wrong on the way. */
@Timeout(180)
class ApproveBuildsIT {

    private static final String LIST = "/approvals";
    private static final String CHANGE = "/approvals/change";
    private static final String OFF = "/approvals/off";
    private static final Duration LONG = Duration.ofSeconds(40);

    private final Simulation shop = Recipes.shop();

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

    /** As it was, since other tests share the farm. */
    @AfterEach
    void approvalsOff() throws Exception {
        RunningProgram program = Recipes.program();
        Document question = program.get(OFF);
        if (!question.select("form[action=" + OFF + "]").isEmpty()) {
            Map<String, List<String>> form = RunningProgram.form(question, OFF);
            form.put("word", List.of("off"));
            assertThat(program.post(OFF, form)).isEqualTo(303);
            approved(program, 0);
        }
    }

    @Test
    void approveBuilds() throws Exception {
        RunningProgram program = Recipes.program();
        Map<String, List<String>> form = ticked(program, 2);
        int read = shop.received("listApprovedBuilds");
        int written = shop.received("approveBuilds");
        int disabled = shop.received("disableApprovedBuilds");
        assertThat(program.post(CHANGE, form)).isEqualTo(303);
        assertThat(approved(program, 2).select("tr[data-approved=true]")).hasSize(2);
        assertThat(shop.received("listApprovedBuilds") - read)
                .as("read right before and right after")
                .isGreaterThanOrEqualTo(2);
        assertThat(shop.received("approveBuilds") - written).isEqualTo(1);

        assertThat(program.post(CHANGE, form)).as("the same again").isEqualTo(303);
        Document list = program.get(LIST + "?show=approved");
        Map<String, List<String>> less = RunningProgram.form(list, "/approvals/draft");
        less.put("tick", new ArrayList<>(Objects.requireNonNull(less.get("row")).subList(0, 1)));
        less.put("go", List.of(CHANGE));
        program.post("/approvals/draft", less);
        Document difference = program.get(CHANGE);
        assertThat(difference.select("#lost [data-build]")).hasSize(1);
        assertThat(program.post(CHANGE, RunningProgram.form(difference, CHANGE)))
                .isEqualTo(303);
        assertThat(approved(program, 1).select("tr[data-approved=true]")).hasSize(1);
        assertThat(shop.received("approveBuilds") - written).isEqualTo(2);
        assertThat(shop.received("disableApprovedBuilds")).isEqualTo(disabled);
    }

    private static List<String> sets(Document log) {
        return log.select("a[href^=/approvals/sets/]").eachAttr("href");
    }

    private static Document log(RunningProgram program) throws Exception {
        return program.get("/audit?operation=approve");
    }

    /** The change that came after those. */
    private static Document outcome(RunningProgram program, List<String> before, String state) throws Exception {
        Document log =
                program.getOnce("/audit?operation=approve", page -> sets(page).size() > before.size());
        String set = sets(log).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        return program.getOnce(
                set.replace("/sets/", "/changes/"),
                page -> page.select("#outcome[data-state=" + state + "]").size() == 1);
    }

    @Test
    void aWebPageInPlaceOfAnAnswerIsSettledByReading() throws Exception {
        RunningProgram program = Recipes.program();
        Map<String, List<String>> form = ticked(program, 2);
        List<String> before = sets(log(program));
        int written = shop.received("approveBuilds");
        Recipes.eiger().faults().add(Fault.html(502).on("approveBuilds").times(1));
        assertThat(program.post(CHANGE, form)).isEqualTo(303);
        assertThat(outcome(program, before, "found-not-done").select("#outcome").attr("data-state"))
                .isEqualTo("found-not-done");
        assertThat(shop.received("approveBuilds") - written).isEqualTo(1);
    }

    @Test
    void aSuddenEndInTheMiddleOfTheCallIsSettledByReadingAndNothingIsSentAgain(@TempDir Path folder) throws Exception {
        try (SimulatedEiger eiger =
                SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 8, false), Clock.systemUTC())) {
            Simulation other = eiger.simulation();
            Map<String, List<String>> form;
            try (RunningProgram program = RunningProgram.start(folder, eiger.access())) {
                form = ticked(program, 2);
                eiger.faults().add(Fault.slow(LONG).on("approveBuilds"));
                program.posting(CHANGE, form);
                Eventually.so(() -> other.received("approveBuilds") >= 1);
                program.kill();
            }
            eiger.faults().clear();
            try (RunningProgram next = RunningProgram.start(folder, eiger.access())) {
                assertThat(outcome(next, List.of(), "found-done")
                                .select("#outcome")
                                .attr("data-state"))
                        .isEqualTo("found-done");
                form.put(
                        "_csrf",
                        List.of(next.get(CHANGE).select("input[name=_csrf]").attr("value")));
                assertThat(next.post(CHANGE, form)).as("the form of before").isEqualTo(303);
                assertThat(other.received("approveBuilds")).isEqualTo(1);
                assertThat(approved(next, 2).select("tr[data-approved=true]")).hasSize(2);
            }
        }
    }
}
