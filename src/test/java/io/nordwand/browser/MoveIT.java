package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Faults;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.Simulation;
import io.nordwand.simulator.Simulation.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs change their place, by every way that a person has. */
@BrowserTest
class MoveIT {

    private static final String FROM = "X7-02";
    private static final String TO = "X7-03";
    private static final String GEAR = "Transfer gear z22";
    private static final String BASE = "CMM fixture base";
    private static final String PLATE = "Vacuum cup plate rev C";
    private static final String APPEND = "appendToDeviceQueue";
    private static final String REMOVE = "removeFromDeviceQueue";

    @Autowired
    private Simulation simulation;

    @Autowired
    private Faults faults;

    @Autowired
    private FarmCommands commands;

    @Autowired
    private Farms farms;

    private SimulatedPrinter printer;

    @BeforeEach
    void threeJobsAtOnePrinterAndNoneAtTheOther() {
        printer = simulation.printer(FROM);
        for (String name : List.of(FROM, TO)) {
            simulation.printer(name).makeReady();
            simulation.printer(name).emptyQueue();
        }
        List.of(GEAR, BASE, PLATE).forEach(title -> append(FROM, title));
        // Pages show what was read last, and opening one reads afresh only every few seconds.
        List.of(FROM, TO).forEach(name -> farms.refresh(id(name)).block(Duration.ofSeconds(10)));
        simulation.forgetCounts();
    }

    @AfterEach
    void everythingWorks() {
        faults.clear();
    }

    private void append(String name, String title) {
        commands.append(id(name), new BuildId(simulation.builds(title).get(0).toString()))
                .block(Duration.ofSeconds(10));
    }

    private PrinterId id(String name) {
        return new PrinterId(simulation.printer(name).id().toString());
    }

    private List<String> queue(String name) {
        return simulation.queueOf(name).stream().map(Waiting::title).toList();
    }

    /** The program's own page may still show what ended before. */
    private void waits(Tab tab, String name, String... titles) {
        tab.page().waitForCondition(() -> queue(name).equals(List.of(titles)));
    }

    private Tab atThePrinter(Tab tab) {
        tab.signedIn("operator").open("/printers/" + printer.id());
        assertThat(tab.page().locator("[id^=entry-]")).hasCount(3);
        return tab;
    }

    private static Locator outcome(Tab tab, String operation) {
        return tab.see("#results [data-operation=" + operation + "]");
    }

    private static void ends(Tab tab, String operation, String attribute, String value) {
        assertThat(outcome(tab, operation))
                .hasAttribute(
                        "data-" + attribute, value, new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));
    }

    private static Locator row(Tab tab, String title) {
        return tab.see("dialog[open] [data-order] li[data-title='" + title + "']");
    }

    private static void openOrder(Tab tab) {
        tab.see("#act-order").click();
        assertThat(tab.page().locator("dialog[open] [data-grip]:visible")).hasCount(3);
    }

    private void openMove(Tab tab, String title) {
        tab.see("[id^=entry-]:has-text('" + title + "') a[hx-get$='/move']").click();
        assertThat(tab.see("dialog[open]")).isVisible();
    }

    private Locator target(Tab tab) {
        return tab.see(
                "dialog[open] input[name=to][value='" + simulation.printer(TO).id() + "']");
    }

    private static void confirm(Tab tab) {
        tab.see("dialog[open] .btn--primary").click();
        assertThat(tab.see("dialog[open] form[data-once] .btn--primary")).isVisible();
        tab.see("dialog[open] form[data-once] .btn--primary").click();
    }

    @Test
    void aQueueIsPutInOrderByDragging(Tab tab) {
        openOrder(atThePrinter(tab));
        BoundingBox grip = row(tab, GEAR).locator("[data-grip]").boundingBox();
        BoundingBox last = row(tab, PLATE).boundingBox();
        tab.page().mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
        tab.page().mouse().down();
        tab.page().mouse().move(grip.x, last.y + last.height - 4, new Mouse.MoveOptions().setSteps(12));
        tab.page().mouse().up();
        assertThat(tab.see("[data-order-said]")).hasText(GEAR + " dropped at place 3 of 3.");

        confirm(tab);
        ends(tab, "reorder", "stage", "done");
        waits(tab, FROM, BASE, PLATE, GEAR);
        assertThat(simulation.received(APPEND)).isEqualTo(1);
        assertThat(simulation.received(REMOVE)).isEqualTo(1);
    }

    @Test
    void aQueueIsPutInOrderByKeyboardAndEachPlaceIsSpoken(Tab tab) {
        atThePrinter(tab);
        tab.see("#act-order").focus();
        tab.page().keyboard().press("Enter");
        Locator grip = row(tab, PLATE).locator("[data-grip]");
        assertThat(grip).isVisible();
        grip.focus();
        Locator said = tab.see("[data-order-said]");

        tab.page().keyboard().press("Space");
        assertThat(said).containsText(PLATE + " grabbed, place 3 of 3.");
        tab.page().keyboard().press("ArrowUp");
        assertThat(said).hasText(PLATE + ", place 2 of 3.");
        tab.page().keyboard().press("Escape");
        assertThat(said).hasText(PLATE + " is back at place 3 of 3.");
        assertThat(tab.see("dialog[open]")).isVisible();

        tab.page().keyboard().press("Enter");
        tab.page().keyboard().press("ArrowUp");
        tab.page().keyboard().press("ArrowUp");
        assertThat(grip).isFocused();
        tab.page().keyboard().press("Enter");
        assertThat(said).hasText(PLATE + " dropped at place 1 of 3.");
        tab.see("dialog[open] .dialog__foot .btn--primary").focus();
        tab.page().keyboard().press("Enter");
        Locator submit = tab.see("dialog[open] form[data-once] .btn--primary");
        assertThat(submit).isVisible();
        assertThat(submit).not().isFocused();
        submit.focus();
        tab.page().keyboard().press("Enter");

        ends(tab, "reorder", "stage", "done");
        waits(tab, FROM, PLATE, GEAR, BASE);
    }

    @Test
    void aJobIsMovedToAnotherPrinter(Tab tab) {
        openMove(atThePrinter(tab), BASE);
        target(tab).check();
        confirm(tab);

        ends(tab, "move", "stage", "done");
        waits(tab, FROM, GEAR, PLATE);
        waits(tab, TO, BASE);
    }

    @Test
    void severalJobsAreMovedByKeyboard(Tab tab) {
        atThePrinter(tab);
        tab.see("#act-order").focus();
        tab.page().keyboard().press("Enter");
        for (String title : List.of(GEAR, PLATE)) {
            row(tab, title).locator("input[name=pick]").focus();
            tab.page().keyboard().press("Space");
        }
        tab.see("dialog[open] select[name=to]")
                .selectOption(simulation.printer(TO).id().toString());
        tab.see("dialog[open] [name=move]").focus();
        tab.page().keyboard().press("Enter");
        tab.see("dialog[open] form[data-once] .btn--primary").focus();
        tab.page().keyboard().press("Enter");

        ends(tab, "move", "stage", "done");
        waits(tab, FROM, BASE);
        waits(tab, TO, GEAR, PLATE);
    }

    @Test
    void bothGoWithoutJavaScript(@WithoutScript Tab tab) {
        atThePrinter(tab);
        tab.see("#act-order").click();
        tab.see("li[data-title='" + PLATE + "'] [name=up]").click();
        tab.see("li[data-title='" + PLATE + "'] [name=up]").click();
        tab.see(".dialog__foot .btn--primary").click();
        tab.see("form[data-once] .btn--primary").click();
        ends(tab, "reorder", "stage", "done");
        waits(tab, FROM, PLATE, GEAR, BASE);

        tab.see("[id^=entry-]:has-text('" + GEAR + "') a[href$='/move']").click();
        tab.see("input[name=to][value='" + simulation.printer(TO).id() + "']").check();
        tab.see(".dialog__foot .btn--primary").click();
        tab.see("form[data-once] .btn--primary").click();
        ends(tab, "move", "stage", "done");
        waits(tab, FROM, PLATE, BASE);
        waits(tab, TO, GEAR);
    }

    @Test
    void aQueueThatChangesBetweenPlanAndClickIsNotTouched(Tab tab) {
        openMove(atThePrinter(tab), GEAR);
        target(tab).check();
        tab.see("dialog[open] .btn--primary").click();
        assertThat(tab.see("dialog[open] form[data-once] .btn--primary")).isVisible();
        append(TO, PLATE);
        simulation.forgetCounts();
        tab.see("dialog[open] form[data-once] .btn--primary").click();

        ends(tab, "move", "standing", "changed");
        assertThat(outcome(tab, "move")).containsText("the queue of " + TO + " changed while you were deciding");
        assertThat(simulation.received(APPEND)).isZero();
        waits(tab, FROM, GEAR, BASE, PLATE);
    }

    @Test
    void ofTwoOperatorsOneWinsAndTheOtherIsToldSo(Tab tab) {
        openMove(atThePrinter(tab), GEAR);
        target(tab).check();
        tab.see("dialog[open] .btn--primary").click();
        assertThat(tab.see("dialog[open] form[data-once] .btn--primary")).isVisible();
        try (Tab other = tab.stranger()) {
            other.expect("409");
            other.signIn("admin").open("/printers/" + printer.id());
            openMove(other, BASE);
            target(other).check();
            other.see("dialog[open] .btn--primary").click();
            assertThat(other.see("dialog[open] form[data-once] .btn--primary")).isVisible();

            faults.add(Fault.slow(Duration.ofSeconds(6)).on(APPEND).times(1));
            tab.see("dialog[open] form[data-once] .btn--primary").click();
            assertThat(outcome(tab, "move")).hasAttribute("data-stage", "running");
            other.see("dialog[open] form[data-once] .btn--primary").click();
            assertThat(other.see("dialog[open]")).containsText("Asked for by operator");
        }
        ends(tab, "move", "stage", "done");
        waits(tab, TO, GEAR);
        waits(tab, FROM, BASE, PLATE);
    }

    @Test
    void aFaultInTheMiddleIsSaidAndTheStepThatIsLeftFinishesIt(Tab tab) {
        faults.add(Fault.status(409).on(REMOVE).times(1));
        openMove(atThePrinter(tab), GEAR);
        target(tab).check();
        confirm(tab);
        ends(tab, "move", "stage", "partly");
        waits(tab, FROM, GEAR, BASE, PLATE);
        waits(tab, TO, GEAR);

        tab.see("#results a[href$='/continue']").click();
        assertThat(tab.see("dialog[open] .joblist--steps li")).containsText("Take the old entry of " + GEAR);
        tab.see("dialog[open] form[data-once] .btn--primary").click();

        ends(tab, "move", "stage", "done");
        waits(tab, FROM, BASE, PLATE);
        waits(tab, TO, GEAR);
        assertThat(simulation.received(APPEND)).isEqualTo(1);
        assertThat(outcome(tab, "move").locator("a[href$='/continue']")).hasCount(0);
    }

    @Test
    void theDialogsAreForEverybody(Tab tab) {
        atThePrinter(tab);
        tab.look("dialog-order", () -> {
            tab.open("/printers/" + printer.id());
            openOrder(tab);
        });
        tab.look("dialog-move", () -> {
            tab.open("/printers/" + printer.id());
            openMove(tab, GEAR);
        });
        tab.look("dialog-plan", () -> {
            tab.open("/printers/" + printer.id());
            openMove(tab, GEAR);
            target(tab).check();
            tab.see("dialog[open] .btn--primary").click();
            assertThat(tab.see("dialog[open] .shelf")).isVisible();
        });
        tab.look("page-order", () -> tab.open("/printers/" + printer.id() + "/queue/order"));
    }

    @Test
    void whatIsLeftIsForEverybodyToRead(Tab tab) {
        faults.add(Fault.status(409).on(REMOVE).times(1));
        openMove(atThePrinter(tab), GEAR);
        target(tab).check();
        confirm(tab);
        ends(tab, "move", "stage", "partly");
        tab.look("dialog-left", () -> {
            tab.open("/printers/" + printer.id());
            tab.see("#results a[href$='/continue']").click();
            assertThat(tab.see("dialog[open] .shelf__list")).isVisible();
        });
    }
}
