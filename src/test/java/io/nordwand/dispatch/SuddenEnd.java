package io.nordwand.dispatch;

import io.nordwand.Eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.simulator.Fault;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.Simulation;
import io.nordwand.simulator.SimulatorProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a call, while Eiger lives on: after the next start on the same folder the page tells the
 * truth, and the form of before sends nothing. What is here is tried on both databases; each try starts the program twice.
 */
@Timeout(180)
abstract class SuddenEnd {

    static final Duration LONG = Duration.ofSeconds(40);
    static final String FREE = "X7-04";
    private static final String OTHER = "X7-05";

    @TempDir
    Path folder;

    SimulatedEiger eiger;
    Simulation shop;
    String at;

    /** What makes the program use a database; the same for both starts. */
    abstract List<String> database();

    RunningProgram start() throws Exception {
        return RunningProgram.start(folder, eiger.access(), database());
    }

    @BeforeEach
    void aFarm() {
        eiger = SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 8, false), Clock.systemUTC());
        shop = eiger.simulation();
        shop.printer(FREE).makeReady();
        at = "/printers/" + shop.printer(FREE).id();
    }

    @AfterEach
    void end() {
        eiger.close();
    }

    /** Sends the form, ends the program once that many calls of the operation are done, and starts it anew. */
    RunningProgram killedAfter(
            RunningProgram program, String path, Map<String, List<String>> form, String operation, int calls)
            throws Exception {
        program.posting(path, form);
        arrived(operation, calls);
        program.kill();
        eiger.faults().clear();
        return start();
    }

    void arrived(String operation, int calls) {
        Eventually.so(() -> shop.received(operation) >= calls);
    }

    Document settled(RunningProgram program, String operation) throws Exception {
        Document page = program.getOnce(
                at,
                each -> !each.select(result(operation)).isEmpty()
                        && each.select(result(operation) + "[data-stage=checking]," + result(operation)
                                        + "[data-stage=waiting]")
                                .isEmpty());
        assertThat(page.select(result(operation))).as(page.text()).hasSize(1);
        return page;
    }

    static String result(String operation) {
        return "[data-operation=" + operation + "]";
    }

    static String standing(Document page, String operation) {
        return page.select(result(operation)).attr("data-standing");
    }

    /** The form of before, sent again by somebody who has signed in anew. */
    void nothingMoreIsSent(RunningProgram program, String path, Map<String, List<String>> form, String operation)
            throws Exception {
        int before = shop.received(operation);
        Document anyPage = program.get(at + "/clear");
        Map<String, List<String>> again = new LinkedHashMap<>(form);
        again.put("_csrf", List.of(anyPage.select("input[name=_csrf]").attr("value")));
        assertThat(program.post(path, again))
                .as("repeated, so back to the printer")
                .isEqualTo(303);
        assertThat(shop.received(operation)).isEqualTo(before);
    }

    String anyBuild(RunningProgram program) throws Exception {
        return Objects.requireNonNull(addForm(program).get("build")).get(0);
    }

    Map<String, List<String>> addForm(RunningProgram program) throws Exception {
        String path = at + "/add";
        Document dialog = program.getOnce(
                path,
                page -> !page.select("form[action=" + path + "][method=post]").isEmpty());
        return RunningProgram.form(dialog, path);
    }

    @Test
    void anAppendThatWasDoneIsFoundInTheQueue() throws Exception {
        try (RunningProgram program = start()) {
            Map<String, List<String>> form = addForm(program);
            int before = shop.queueOf(FREE).size();
            eiger.faults().add(Fault.slow(LONG).on("appendToDeviceQueue"));
            try (RunningProgram next = killedAfter(program, at + "/add", form, "appendToDeviceQueue", 1)) {
                Document page = settled(next, "add");
                assertThat(standing(page, "add")).isEqualTo("found");
                assertThat(shop.queueOf(FREE)).hasSize(before + 1);
                nothingMoreIsSent(next, at + "/add", form, "appendToDeviceQueue");
                assertThat(shop.queueOf(FREE)).hasSize(before + 1);
                assertThat(next.get("/audit").text()).contains("restarted");
            }
        }
    }

    @Test
    void aPrintThatNobodyConfirmsAsksForALookAndIsNotStartedAgain() throws Exception {
        try (RunningProgram program = start()) {
            String build = anyBuild(program);
            Document dialog = program.get(at + "/print?build=" + build);
            Map<String, List<String>> form = RunningProgram.form(dialog, at + "/print");
            eiger.faults().add(Fault.drop().after(LONG).on("printToPrinter"));
            try (RunningProgram next = killedAfter(program, at + "/print", form, "printToPrinter", 1)) {
                assertThat(standing(settled(next, "print"), "print")).isEqualTo("unconfirmed");
                assertThat(next.get(at + "/print?build=" + build).select("input[name=looked]"))
                        .as("has to be confirmed before another start")
                        .hasSize(1);
                nothingMoreIsSent(next, at + "/print", form, "printToPrinter");
            }
        }
    }

    @Test
    void aMoveBetweenItsTwoCallsLeavesTheJobTwiceAndSaysSo() throws Exception {
        try (RunningProgram program = start()) {
            assertThat(program.post(at + "/add", addForm(program))).isEqualTo(303);
            program.getOnce(
                    at,
                    page -> !page.select("[data-operation=add][data-stage=done]")
                            .isEmpty());
            UUID entry = shop.queueOf(FREE).get(0).id();
            int there = shop.queueOf(OTHER).size();
            Document plan = program.get(at + "/queue/plan?entry=" + entry + "&to="
                    + shop.printer(OTHER).id());
            Map<String, List<String>> form = RunningProgram.form(plan, at + "/plan");
            shop.forgetCounts();
            eiger.faults().add(Fault.slow(LONG).on("appendToDeviceQueue"));
            try (RunningProgram next = killedAfter(program, at + "/plan", form, "appendToDeviceQueue", 1)) {
                Document page = settled(next, "move");
                assertThat(page.select(result("move")).attr("data-stage")).isEqualTo("partly");
                assertThat(page.select(result("move") + " [data-result]").eachAttr("data-result"))
                        .containsExactly("found-added", "not-tried");
                assertThat(shop.queueOf(FREE))
                        .extracting(Simulation.Waiting::id)
                        .containsExactly(entry);
                assertThat(shop.queueOf(OTHER)).hasSize(there + 1);
                nothingMoreIsSent(next, at + "/plan", form, "appendToDeviceQueue");
                assertThat(shop.received("removeFromDeviceQueue")).isZero();
            }
        }
    }
}
