package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.history.Approvals;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page as people with other eyes, screens and themes meet it; the pictures are kept in target/screenshots. */
@BrowserTest
class PagesIT {

    @Autowired
    private Simulation simulation;

    @Autowired
    private Farms farms;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalCommands commands;

    @Test
    void signIn(Tab tab) {
        tab.look("login", () -> tab.open("/login"));
    }

    @ParameterizedTest
    @CsvSource({
        "fleet,          /fleet",
        "fleet-compact,  /fleet?view=compact",
        "fleet-table,    /fleet?view=table",
        "fleet-filtered, /fleet?group=hands&q=nothing",
    })
    void fleet(String name, String path, Tab tab) {
        tab.signIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({
        "queues,          /queues",
        "queues-days,     /queues?hours=72&show=all&sort=short",
        "queues-columns,  /queues?view=columns",
        "queues-no-match, /queues?q=nothing&show=short",
    })
    void queues(String name, String path, Tab tab) {
        tab.signIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({
        "builds,          /builds",
        "builds-filtered, /builds?q=gear&series=Desktop+Series&approved=off&sort=longest",
        "builds-no-match, /builds?q=nothing&sliced=no",
    })
    void builds(String name, String path, Tab tab) {
        tab.signIn("operator").look(name, () -> {
            tab.open(path);
            assertThat(tab.see("#copy time")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "jobs,           /jobs",
        "jobs-uncertain, /jobs?state=uncertain",
        "jobs-no-match,  /jobs?q=nothing&state=failed",
        "people,         /people",
    })
    void jobs(String name, String path, Tab tab) {
        tab.signIn("operator").look(name, () -> {
            tab.open(path);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({"job-printing, printing, ''", "job-ended, failed, ''", "job-reports, completed, /reports"})
    void job(String name, String state, String more, Tab tab) {
        tab.signIn("operator").look(name, () -> {
            String path = tab.open("/jobs?state=" + state)
                    .see("#job-rows a[href^='/jobs/']")
                    .getAttribute("href");
            tab.open(path + more);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @Test
    void person(Tab tab) {
        tab.signIn("operator").look("person", () -> {
            String path = tab.open("/people").see("tbody a[href^='/people/']").getAttribute("href");
            tab.open(path);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({"build, Gripper finger v7 ×12", "build-not-sliced, Bracket study (not sliced)"})
    void build(String name, String title, Tab tab) {
        String path = "/builds/" + simulation.builds(title).get(0);
        tab.signIn("operator").look(name, () -> {
            tab.open(path);
            assertThat(tab.see("#build-bed")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "requests,          /requests",
        "requests-mine,     /requests?mine=1&sort=due",
        "requests-no-match, /requests?q=nothing&late=1",
    })
    void requests(String name, String path, Tab tab) {
        tab.signIn("operator").open("/requests");
        ask(tab, 0, "Line 3 changeover. Any X7 will do.");
        ask(tab, 3, "Drill jig for the second line");
        tab.look(name, () -> {
            tab.open(path);
            assertThat(tab.see("#copy time")).isVisible();
        });
    }

    /** Asks for the build of that row, by tonight. */
    private static void ask(Tab tab, int row, String note) {
        String build = tab.open("/requests?sort=age")
                .page()
                .locator("#request-rows .cell__t > a")
                .nth(row)
                .getAttribute("href");
        tab.open(build + "/request");
        tab.see("textarea[name=note]").fill(note);
        tab.see("input[name=due]").fill(LocalDate.now(ZoneId.systemDefault()).toString());
        tab.see("dialog[open] button[type=submit]").click();
        assertThat(tab.page()).hasURL(Pattern.compile("mine=1$"));
    }

    @ParameterizedTest
    @CsvSource({"dialog-request, request", "dialog-withdraw-requests, requests/withdraw"})
    void requestDialog(String name, String action, Tab tab) {
        tab.signIn("operator").open("/requests?sort=age");
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
        tab.signIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({"dialog-add, add", "dialog-clear, clear"})
    void dialog(String name, String action, Tab tab) {
        String path = "/printers/" + simulation.printer("FX20").id();
        tab.signIn("operator").look(name, () -> {
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
        tab.signIn("operator").look("dialog-print", () -> {
            tab.open(path).see("a[hx-get*='/print?']").click();
            assertThat(tab.see("dialog[open] .danger")).isVisible();
        });
    }

    @Test
    void approvals(Tab tab) {
        tab.signIn("operator").look("approvals", () -> tab.open("/approvals"));
    }

    @Test
    void approvalsOfWhichNoneFit(Tab tab) {
        tab.signIn("viewer").look("approvals-no-match", () -> tab.open("/approvals?q=nothing&show=approved"));
    }

    @Test
    void approvalsThatAreOn(Tab tab) {
        Duration patience = Duration.ofSeconds(10);
        List<BuildId> builds = simulation.builds("Gripper finger v7 ×12").stream()
                .map(id -> new BuildId(id.toString()))
                .toList();
        commands.approve(Set.copyOf(builds)).then(approvals.read()).block(patience);
        try {
            tab.signIn("admin").look("approvals-on", () -> tab.open("/approvals?show=approved"));
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

    @Test
    void notFound(Tab tab) {
        tab.expect("404").signIn("viewer").look("not-found", () -> tab.open("/no-such-page"));
    }

    /** The preview pictures are the organization's own and not counted. */
    @Test
    void theFirstVisitWeighsUnder100KilobytesWithoutPreviews(Tab tab) {
        tab.signIn("viewer");
        List<Request> requests = new ArrayList<>();
        try (Tab fresh = tab.withCookiesOnly()) {
            fresh.page().onRequestFinished(requests::add);
            fresh.open("/fleet").page().waitForLoadState(LoadState.LOAD);
            long all = 0;
            long scripts = 0;
            List<String> bill = new ArrayList<>();
            for (Request request : List.copyOf(requests)) {
                Sizes sizes = request.sizes();
                int bytes = sizes.responseBodySize + sizes.responseHeadersSize;
                all += bytes;
                scripts += request.resourceType().equals("script") ? sizes.responseBodySize : 0;
                bill.add(bytes + " " + request.url());
                all -= request.url().endsWith("/preview") ? bytes : 0;
            }
            assertThat(all).as("bytes of %s", bill).isLessThan(100_000);
            assertThat(scripts).as("bytes of scripts").isBetween(1L, 35_000L);
        }
    }
}
