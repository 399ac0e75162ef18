package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.Simulation;
import io.nordwand.simulator.SimulatorProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of calls, while Eiger lives on: after the next start on the same folder pages tell the truth,
 * and the forms of before send nothing. One end for all that can be on its way at once, each at a printer of its own.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SuddenEnd {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String APPEND = "appendToDeviceQueue";
    private static final String REMOVE = "removeFromDeviceQueue";
    private static final String PRINT = "printToPrinter";

    private static final String ADDED = "X7-02";
    private static final String NOT_ADDED = "X7-03";
    private static final String PRINTS = "X7-04";
    private static final String DOES_NOT_PRINT = "X7-05";
    private static final String MOVED_FROM = "X7-06";
    private static final String MOVED_TO = "X7-07";
    private static final String CLEARED = "X7-08";
    private static final List<String> PRINTERS =
            List.of(ADDED, NOT_ADDED, PRINTS, DOES_NOT_PRINT, MOVED_FROM, MOVED_TO, CLEARED);

    private final Map<String, Map<String, List<String>>> forms = new HashMap<>();
    private SimulatedEiger eiger;
    private Simulation shop;
    private RunningProgram next;
    private UUID moved;
    private List<UUID> toClear;

    /** What makes the program use a database; the same for both starts. */
    abstract List<String> database();

    private RunningProgram start(Path folder, List<String> database) throws Exception {
        List<String> settings = new ArrayList<>(database);
        // All that hangs at once has a turn, and nobody gives up before the end.
        settings.addAll(List.of(
                "--nordwand.eiger.limits.calls-at-once=20",
                "--nordwand.eiger.limits.read-timeout=60s",
                "--nordwand.eiger.limits.total-timeout=60s"));
        return RunningProgram.start(folder, eiger.access(), settings);
    }

    @BeforeAll
    void endInTheMiddle(@TempDir Path folder) throws Exception {
        eiger = SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 24, false), Clock.systemUTC());
        shop = eiger.simulation();
        for (String name : PRINTERS) {
            shop.printer(name).makeReady();
            shop.printer(name).emptyQueue();
        }
        List<String> database = database();
        RunningProgram program = start(folder, database);
        try (program) {
            add(program, MOVED_FROM);
            for (int i = 0; i < 3; i++) {
                add(program, CLEARED);
            }
            moved = queue(MOVED_FROM).get(0);
            toClear = queue(CLEARED);
            forms.put(ADDED, addForm(program, ADDED, 0));
            forms.put(NOT_ADDED, addForm(program, NOT_ADDED, 1));
            forms.put(PRINTS, printForm(program, PRINTS, 2));
            forms.put(DOES_NOT_PRINT, printForm(program, DOES_NOT_PRINT, 3));
            String plan = at(MOVED_FROM) + "/queue/plan?entry=" + moved + "&to="
                    + shop.printer(MOVED_TO).id();
            forms.put(MOVED_FROM, RunningProgram.form(program.get(plan), at(MOVED_FROM) + "/plan"));
            forms.put(CLEARED, RunningProgram.form(program.get(at(CLEARED) + "/clear"), at(CLEARED) + "/clear"));
            shop.forgetCounts();
            hang(program, ADDED, "/add", APPEND, Fault.slow(LONG));
            hang(program, NOT_ADDED, "/add", APPEND, Fault.drop().after(LONG));
            hang(program, PRINTS, "/print", PRINT, Fault.slow(LONG));
            hang(program, DOES_NOT_PRINT, "/print", PRINT, Fault.drop().after(LONG));
            hang(program, MOVED_FROM, "/plan", APPEND, Fault.slow(LONG));
            eiger.faults().add(Fault.slow(Duration.ZERO).on(REMOVE).times(1));
            hang(program, CLEARED, "/clear", REMOVE, Fault.slow(LONG));
            Eventually.so(() -> shop.received(REMOVE) == 2);
            program.kill();
        }
        eiger.faults().clear();
        shop.advance(Duration.ofSeconds(12));
        shop.forgetCounts();
        next = start(folder, database);
    }

    @AfterAll
    void end() {
        if (next != null) {
            next.close();
        }
        eiger.close();
    }

    /** Sends the form of that printer, whose next call of the operation arrives and gets no answer in time. */
    private void hang(RunningProgram program, String printer, String path, String operation, Fault fault) {
        int before = shop.received(operation);
        eiger.faults().add(fault.on(operation).times(1));
        program.posting(at(printer) + path, form(printer));
        Eventually.so(() -> shop.received(operation) > before);
    }

    private void add(RunningProgram program, String printer) throws Exception {
        int before = queue(printer).size();
        assertThat(program.post(at(printer) + "/add", addForm(program, printer, 0)))
                .isEqualTo(303);
        program.getOnce(
                at(printer),
                page -> page.select("[data-operation=add][data-stage=done]").size() > before);
        assertThat(queue(printer)).hasSize(before + 1);
    }

    /** The form that adds the build of that row. */
    private Map<String, List<String>> addForm(RunningProgram program, String printer, int row) throws Exception {
        String forms = "form[method=post][action=" + at(printer) + "/add]";
        Document dialog =
                program.getOnce(at(printer) + "/add", page -> page.select(forms).size() > row);
        return RunningProgram.form(dialog.select(forms).get(row));
    }

    private Map<String, List<String>> printForm(RunningProgram program, String printer, int row) throws Exception {
        String build = Objects.requireNonNull(addForm(program, printer, row).get("build"))
                .get(0);
        return RunningProgram.form(program.get(at(printer) + "/print?build=" + build), at(printer) + "/print");
    }

    private String at(String printer) {
        return "/printers/" + shop.printer(printer).id();
    }

    private Map<String, List<String>> form(String printer) {
        return Objects.requireNonNull(forms.get(printer));
    }

    private List<UUID> queue(String printer) {
        return shop.queueOf(printer).stream().map(Simulation.Waiting::id).toList();
    }

    private Document settled(String printer, String operation) throws Exception {
        String result = result(operation);
        Document page = next.getOnce(
                at(printer),
                each -> !each.select(result).isEmpty()
                        && each.select(result + "[data-stage=checking]," + result + "[data-stage=waiting]")
                                .isEmpty());
        assertThat(page.select(result)).as(page.text()).hasSize(1);
        return page;
    }

    private static String result(String operation) {
        return "[data-operation=" + operation + "]";
    }

    private static String standing(Document page, String operation) {
        return page.select(result(operation)).attr("data-standing");
    }

    /** The form of before, sent again by somebody who has signed in anew. */
    private void nothingMoreIsSent(String printer, String path) throws Exception {
        Document anyPage = next.get(at(printer) + "/clear");
        Map<String, List<String>> again = new LinkedHashMap<>(form(printer));
        again.put("_csrf", List.of(anyPage.select("input[name=_csrf]").attr("value")));
        assertThat(next.post(at(printer) + path, again))
                .as("repeated, so back to the printer")
                .isEqualTo(303);
        assertThat(List.of(APPEND, PRINT, REMOVE))
                .as("nobody sends anything after the end")
                .allMatch(operation -> shop.received(operation) == 0);
    }

    @Test
    void anAppendThatWasDoneIsFoundInTheQueue() throws Exception {
        assertThat(standing(settled(ADDED, "add"), "add")).isEqualTo("found");
        nothingMoreIsSent(ADDED, "/add");
        assertThat(queue(ADDED)).hasSize(1);
        assertThat(next.get("/audit").text()).contains("restarted");
    }

    @Test
    void anAppendThatWasNotDoneIsNotClaimed() throws Exception {
        assertThat(standing(settled(NOT_ADDED, "add"), "add")).isEqualTo("not-found");
        nothingMoreIsSent(NOT_ADDED, "/add");
        assertThat(queue(NOT_ADDED)).isEmpty();
    }

    @Test
    void aPrintThatThePrinterTookIsSeen() throws Exception {
        assertThat(standing(settled(PRINTS, "print"), "print")).isEqualTo("seen");
        nothingMoreIsSent(PRINTS, "/print");
    }

    @Test
    void aPrintThatNobodyConfirmsAsksForALookAndIsNotStartedAgain() throws Exception {
        assertThat(standing(settled(DOES_NOT_PRINT, "print"), "print")).isEqualTo("unconfirmed");
        String build = Objects.requireNonNull(form(DOES_NOT_PRINT).get("build")).get(0);
        assertThat(next.get(at(DOES_NOT_PRINT) + "/print?build=" + build).select("input[name=looked]"))
                .as("has to be confirmed before another start")
                .hasSize(1);
        nothingMoreIsSent(DOES_NOT_PRINT, "/print");
    }

    @Test
    void aMoveBetweenItsTwoCallsLeavesTheJobTwiceAndSaysSo() throws Exception {
        Document page = settled(MOVED_FROM, "move");
        assertThat(page.select(result("move")).attr("data-stage")).isEqualTo("partly");
        assertThat(page.select(result("move") + " [data-result]").eachAttr("data-result"))
                .containsExactly("found-added", "not-tried");
        nothingMoreIsSent(MOVED_FROM, "/plan");
        assertThat(queue(MOVED_FROM)).containsExactly(moved);
        assertThat(queue(MOVED_TO)).hasSize(1);
    }

    @Test
    void aClearedQueueIsToldEntryByEntry() throws Exception {
        Document page = settled(CLEARED, "clear");
        assertThat(standing(page, "clear")).isEqualTo("partly");
        assertThat(page.select(result("clear") + " [data-result]").eachAttr("data-result"))
                .containsExactly("not-tried", "found-gone", "removed");
        nothingMoreIsSent(CLEARED, "/clear");
        assertThat(queue(CLEARED)).containsExactly(toClear.get(0));
    }
}
