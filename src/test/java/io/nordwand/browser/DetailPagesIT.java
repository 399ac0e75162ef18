package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.history.Approvals;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One printer, build, job or person, and the dialogs there, as people with other eyes, screens and themes meet them. */
@BrowserTest
class DetailPagesIT {

    @Autowired
    private Simulation simulation;

    @Autowired
    private Farms farms;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalCommands commands;

    @ParameterizedTest
    @CsvSource({"job-printing, printing, ''", "job-ended, failed, ''", "job-reports, completed, /reports"})
    void job(String name, String state, String more, Tab tab) {
        tab.signedIn("operator").look(name, () -> {
            String path = tab.open("/jobs?state=" + state)
                    .see("#job-rows a[href^='/jobs/']")
                    .getAttribute("href");
            tab.open(path + more);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @Test
    void person(Tab tab) {
        tab.signedIn("operator").look("person", () -> {
            String path = tab.open("/people").see("tbody a[href^='/people/']").getAttribute("href");
            tab.open(path);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({"build, Gripper finger v7 ×12", "build-not-sliced, Bracket study (not sliced)"})
    void build(String name, String title, Tab tab) {
        String path = "/builds/" + simulation.builds(title).get(0);
        tab.signedIn("operator").look(name, () -> {
            tab.open(path);
            assertThat(tab.see("#build-bed")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({"dialog-request, request", "dialog-withdraw-requests, requests/withdraw"})
    void requestDialog(String name, String action, Tab tab) {
        tab.signedIn("operator").open("/requests?sort=age");
        String build = tab.page().locator("#request-rows .cell__t > a").first().getAttribute("href");
        tab.look(name, () -> {
            tab.open(build + "/" + action);
            assertThat(tab.see("dialog[open]")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "printer-printing, FX20",
        "printer-finished, X7-05",
        "printer-hands,    X7-06",
        "printer-ready,    X7-04",
        "printer-off,      X7-08",
        "printer-furnace,  Sinter-1",
    })
    void printer(String name, String printer, Tab tab) {
        String path = "/printers/" + simulation.printer(printer).id();
        tab.signedIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({"dialog-add, add", "dialog-clear, clear"})
    void dialog(String name, String action, Tab tab) {
        String path = "/printers/" + simulation.printer("FX20").id();
        tab.signedIn("operator").look(name, () -> {
            tab.open(path).see(".hero__acts a[hx-get$='/%s']".formatted(action)).click();
            assertThat(tab.see("dialog[open]")).isVisible();
        });
    }

    @Test
    void printNowDialog(Tab tab) {
        SimulatedPrinter printer = simulation.printer("Mark One");
        printer.makeReady();
        // Pages show what was read last, and opening one reads afresh only every few seconds.
        farms.refresh(new PrinterId(printer.id().toString())).block(Duration.ofSeconds(10));
        String path = "/printers/%s/add".formatted(printer.id());
        tab.signedIn("operator").look("dialog-print", () -> {
            tab.open(path).see("a[hx-get*='/print?']").click();
            assertThat(tab.see("dialog[open] .danger")).isVisible();
        });
    }

    @Test
    void approvalsThatAreOn(Tab tab) {
        Duration patience = Duration.ofSeconds(10);
        List<BuildId> builds = simulation.builds("Gripper finger v7 ×12").stream()
                .map(id -> new BuildId(id.toString()))
                .toList();
        commands.approve(Set.copyOf(builds)).then(approvals.read()).block(patience);
        try {
            tab.signedIn("admin").look("approvals-on", () -> tab.open("/approvals?show=approved"));
            tab.look("approvals-turn-off", () -> tab.open("/approvals/off"));
            tab.look("approvals-difference", () -> {
                tab.open("/approvals?q=jig");
                tab.page().locator("input[name=tick]").first().check();
                tab.see("#approval-review").click();
                assertThat(tab.see("#gained")).isVisible();
            });
        } finally {
            commands.disable().then(approvals.read()).block(patience);
        }
    }
}
