package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.farm.record.Approved;
import io.nordwand.history.Approvals;
import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Approving builds as people do it, with and without JavaScript; afterwards approvals are off again. */
@BrowserTest
class ApprovalsIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private Simulation simulation;

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalCommands commands;

    @BeforeEach
    void known() {
        approvals.read().block(LONG);
        simulation.forgetCounts();
    }

    @AfterEach
    void off() {
        commands.disable().then(approvals.read()).block(LONG);
    }

    private Approved now() {
        return Objects.requireNonNull(approvals.read().block(LONG));
    }

    private static String value(Tab tab, int row) {
        return tab.page().locator("input[name=tick]").nth(row).inputValue();
    }

    private static void approve(Tab tab) {
        tab.see("#approval-review").click();
        assertThat(tab.see("#difference")).isVisible();
        tab.see("#approval-confirm").click();
        assertThat(tab.see("#as-asked")).isVisible();
    }

    @Test
    void ticksAreSavedAsTheyAreSetAndStayOnTheWay(Tab tab) {
        tab.signIn("operator").open("/approvals");
        String first = value(tab, 0);
        tab.page().locator("input[name=tick]").first().check();
        assertThat(tab.see("#approval-sum")).containsText("1 newly approved");
        tab.see("#q").fill("gripper");
        assertThat(tab.page().locator("tr[id^=build-]:not(:has-text('Gripper'))"))
                .hasCount(0);
        assertThat(tab.see("#approval-sum")).containsText("1 newly approved");
        tab.page().locator("input[name=tick]").first().check();
        assertThat(tab.see("#approval-sum")).containsText("2 newly approved");
        String second = value(tab, 0);
        assertThat(simulation.received("approveBuilds")).isZero();

        approve(tab);
        assertThat(simulation.received("approveBuilds")).isEqualTo(1);
        assertThat(now().builds()).extracting(Object::toString).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void everythingCanBeDoneWithJavaScriptOff(@WithoutScript Tab tab) {
        tab.signIn("operator").open("/approvals?q=e");
        String first = value(tab, 0);
        tab.page().locator("input[name=tick]").first().check();
        tab.see("button[name=go][value*='page=2']").click();
        String second = value(tab, 1);
        tab.page().locator("input[name=tick]").nth(1).check();
        approve(tab);
        assertThat(now().builds()).extracting(Object::toString).containsExactlyInAnyOrder(first, second);

        tab.open("/approvals?show=approved");
        tab.page().locator("input[name=tick]").first().uncheck();
        approve(tab);
        assertThat(now().builds()).hasSize(1);
        assertThat(simulation.received("approveBuilds")).isEqualTo(2);
    }

    @Test
    void approvalsAreTurnedOffByTheWordAndBroughtBackFromTheAuditLog(Tab tab) {
        tab.signIn("admin").open("/approvals");
        tab.page().locator("input[name=tick]").first().check();
        approve(tab);
        Approved before = now();

        tab.open("/approvals").see("#approvals-off").click();
        tab.see("#word").fill("off");
        tab.see("#off-confirm").click();
        assertThat(tab.see("#now[data-approvals=off]")).isVisible();
        assertThat(now()).isEqualTo(Approved.OFF);

        tab.open("/audit?operation=approvals-off").see("tr[id^=deed-] summary").click();
        tab.see("a[href^='/approvals/sets/']").click();
        tab.see("#restore").click();
        assertThat(tab.see("#from-off")).isVisible();
        tab.see("#approval-confirm").click();
        assertThat(tab.see("#as-asked")).isVisible();
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangesMeanwhileIsNotOverwritten(Tab tab) {
        tab.signIn("operator").open("/approvals");
        tab.page().locator("input[name=tick]").first().check();
        tab.see("#approval-review").click();
        assertThat(tab.see("#approval-confirm")).isVisible();
        commands.approve(Set.of(new BuildId(
                        simulation.builds("Cable chain clip ×40").get(0).toString())))
                .block(LONG);
        simulation.forgetCounts();

        tab.see("#approval-confirm").click();
        assertThat(tab.see("#outcome[data-state=changed]")).isVisible();
        assertThat(simulation.received("approveBuilds")).isZero();
        tab.see("#outcome a[href='/approvals/change']").click();
        assertThat(tab.see("#difference")).hasText("1 newly approved, 0 lose approval");
        tab.see("#approval-confirm").click();
        assertThat(tab.see("#as-asked")).isVisible();
        assertThat(now().builds()).hasSize(2);
    }
}
