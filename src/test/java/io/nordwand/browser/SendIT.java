package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Faults;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A build is sent to several printers, continued, and taken out of all queues, as a person does it. */
@BrowserTest
class SendIT {

    private static final String APPEND = "appendToDeviceQueue";
    private static final List<String> PRINTERS = List.of("X7-03", "X7-05", "X7-07");
    private static final String TITLE = "Proximity flag ×6";
    private static final Pattern SENDS = Pattern.compile("/sends/");

    @Autowired
    private Simulation simulation;

    @Autowired
    private Faults faults;

    private UUID build;

    @BeforeEach
    void threeFreePrinters() {
        for (String name : PRINTERS) {
            SimulatedPrinter printer = simulation.printer(name);
            printer.makeReady();
            printer.obey();
            printer.emptyQueue();
        }
        build = simulation.builds(TITLE).get(0);
        simulation.forgetCounts();
    }

    @AfterEach
    void everythingWorks() {
        faults.clear();
        PRINTERS.forEach(name -> simulation.printer(name).emptyQueue());
    }

    private String at() {
        return "/builds/" + build + "/send";
    }

    private String id(String printer) {
        return simulation.printer(printer).id().toString();
    }

    private Locator copies(Tab tab, String printer) {
        return tab.page().locator("input[name='copies:%s']".formatted(id(printer)));
    }

    private int queued() {
        return PRINTERS.stream()
                .mapToInt(name -> (int) simulation.queueOf(name).stream()
                        .filter(waiting -> waiting.title().equals(TITLE))
                        .count())
                .sum();
    }

    @Test
    void printersAreRankedAndThreeGetTheirCopies(Tab tab) {
        tab.signedIn("operator").open("/printers/" + id("X7-03"));
        tab.see(".hero__acts a[hx-get$='/add']").click();
        tab.see("dialog[open] input[name=q]").fill("proximity");
        tab.page()
                .locator("dialog[open] a[hx-get*='%s/send?from=']".formatted(build))
                .click();
        assertThat(tab.see("dialog[open] #dialog-title")).containsText("Send Proximity flag");
        assertThat(tab.element("rank", id("X7-03"))).containsText("Onyx");
        copies(tab, "X7-03").fill("3");
        copies(tab, "X7-05").fill("2");
        copies(tab, "X7-07").fill("1");
        tab.see("dialog[open] .btn--primary").dblclick();

        assertThat(tab.page()).hasURL(SENDS);
        assertThat(tab.see("#batch-sum")).hasText("All 6 copies are queued");
        assertThat(simulation.received(APPEND)).isEqualTo(6);
        assertThat(simulation.queueOf("X7-03")).hasSize(3);
        assertThat(simulation.queueOf("X7-07")).hasSize(1);

        tab.page().goBack();
        tab.open("/printers/" + id("X7-05"));
        assertThat(tab.see("#results [data-operation=send]")).hasAttribute("data-stage", "done");
        assertThat(simulation.received(APPEND)).isEqualTo(6);
    }

    @Test
    void aProposalIsMadeAndSentByKeyboardAlone(Tab tab) {
        tab.signedIn("operator").open("/printers/" + id("X7-03") + "/add?q=proximity");
        tabTo(tab, "a[hx-get*='%s/send']".formatted(build));
        tab.page().keyboard().press("Enter");
        assertThat(tab.see("dialog[open] input[name=spread]")).isFocused();
        tab.page().keyboard().type("4");
        tab.page().keyboard().press("Enter");
        assertThat(tab.see("#send-choice [role=status]")).containsText("Proposal: 4 of 4 copies");
        assertThat(simulation.received(APPEND)).isZero();

        tabTo(tab, "#send-choice .btn--primary");
        tab.page().keyboard().press("Enter");

        assertThat(tab.page()).hasURL(SENDS);
        assertThat(tab.see("#batch-sum")).hasText("All 4 copies are queued");
        assertThat(simulation.received(APPEND)).isEqualTo(4);
    }

    private static void tabTo(Tab tab, String selector) {
        for (int i = 0; i < 150; i++) {
            tab.page().keyboard().press("Tab");
            if ((Boolean) tab.page().evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached by Tab");
    }

    @Test
    void everythingWorksWithJavaScriptOff(@WithoutScript Tab tab) {
        tab.expect("422").signedIn("operator").open(at());
        tab.see("input[name=spread]").fill("3");
        tab.see("form.toolbar [type=submit]").click();
        assertThat(tab.see("#send-choice [role=status]")).containsText("Proposal: 3 of 3 copies");
        for (Locator each : tab.page()
                .locator("[aria-labelledby=send-fit] input[name^='copies:']")
                .all()) {
            each.fill("");
        }
        copies(tab, "X7-03").fill("51");
        tab.see("#send-choice .btn--primary").click();
        assertThat(tab.see("#send-problems")).containsText("at most 50");
        assertThat(copies(tab, "X7-03")).hasValue("51");
        copies(tab, "X7-03").fill("2");
        tab.see("#send-choice .btn--primary").click();

        assertThat(tab.see("#batch-sum")).hasText("All 2 copies are queued");
        assertThat(simulation.received(APPEND)).isEqualTo(2);

        tab.open("/queues/withdraw?build=" + build);
        tab.see("dialog .btn--danger").click();
        assertThat(tab.see("#batch-sum")).containsText("out of the queues");
        assertThat(queued()).isZero();
    }

    @Test
    void partialSuccessIsContinuedAndNothingIsRepeated(Tab tab) {
        faults.add(Fault.status(409).on(APPEND).times(1));
        tab.signedIn("operator").open(at());
        PRINTERS.forEach(name -> copies(tab, name).fill("2"));
        tab.see("#send-choice .btn--primary").click();

        assertThat(tab.page()).hasURL(SENDS);
        assertThat(tab.see("#batch")).hasAttribute("data-state", "partly");
        assertThat(tab.see("#batch-sum")).containsText("4 of 6 copies are queued");
        assertThat(queued()).isEqualTo(4);

        tab.see("#batch-continue").click();
        assertThat(tab.see("dialog[open] #dialog-title")).containsText("the 2 copies");
        tab.see("dialog[open] .btn--primary").dblclick();

        assertThat(tab.see("#batch-sum")).hasText("All 6 copies are queued");
        assertThat(tab.page().locator("#batch-continue")).hasCount(0);
        assertThat(queued()).isEqualTo(6);
        assertThat(simulation.carriedOut(APPEND)).isEqualTo(6);
        PRINTERS.forEach(name -> assertThat(simulation.queueOf(name)).hasSize(2));
    }

    @Test
    void aBuildIsTakenOutOfAllQueues(Tab tab) {
        tab.signedIn("operator").open(at());
        PRINTERS.forEach(name -> copies(tab, name).fill("1"));
        tab.see("#send-choice .btn--primary").click();
        assertThat(tab.see("#batch-sum")).hasText("All 3 copies are queued");

        tab.open("/printers/" + id("X7-03"));
        tab.page().locator("[id^=entry-] a[hx-get$='/remove']").first().click();
        tab.page().locator("dialog[open] a[hx-get*='/queues/withdraw']").click();
        assertThat(tab.see("dialog[open] #dialog-title")).containsText("Remove Proximity flag");
        Locator keep = tab.page().locator("dialog[open] input[name='entry:%s']".formatted(id("X7-07")));
        keep.uncheck();
        tab.see("dialog[open] .btn--danger").click();

        assertThat(tab.page()).hasURL(SENDS);
        assertThat(tab.see("#batch-sum")).containsText("out of the queues");
        assertThat(queued()).isEqualTo(1);
        assertThat(simulation.queueOf("X7-07")).hasSize(1);
    }

    @Test
    void looksRightAndIsAccessibleEverywhere(Tab tab) {
        tab.signedIn("operator").look("dialog-send", () -> {
            tab.open("/printers/" + id("X7-03") + "/add?q=proximity");
            tab.see("a[hx-get*='%s/send']".formatted(build)).click();
            assertThat(tab.see("dialog[open] input[name=spread]")).isVisible();
        });
        tab.look("send", () -> tab.open(at() + "?spread=150"));
        narrow(tab);

        tab.open(at());
        faults.add(Fault.status(409).on(APPEND).times(1));
        PRINTERS.forEach(name -> copies(tab, name).fill("2"));
        tab.see("#send-choice .btn--primary").click();
        assertThat(tab.see("#batch")).hasAttribute("data-state", "partly");
        String sends = tab.page().url();
        tab.look("sends", () -> tab.open(sends));
        narrow(tab);
        tab.look("sends-continue", () -> tab.open(sends + "/continue"));
        tab.look("withdraw", () -> tab.open("/queues/withdraw?build=" + build));
        narrow(tab);
    }

    private static void narrow(Tab tab) {
        tab.page().setViewportSize(390, 844);
        tab.assertAccessible();
        tab.page().setViewportSize(Size.DESKTOP.width, Size.DESKTOP.height);
    }
}
