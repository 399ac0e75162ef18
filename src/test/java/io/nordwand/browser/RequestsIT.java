package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class RequestsIT {

    private static final Pattern BUILD = Pattern.compile("/builds/([^/]+)$");

    @Autowired
    private Simulation simulation;

    /** A build that waits on the simulated backlog; each test takes another, so that none disturbs the next. */
    private static String build(Tab tab, int number) {
        String href =
                tab.page().locator("#request-rows .cell__t > a").nth(number).getAttribute("href");
        var found = BUILD.matcher(href);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aViewerAsksForABuildAndSeesWhenItWillBeDone(Tab tab) {
        tab.signIn("viewer").open("/requests");
        String build = build(tab, 0);
        tab.open("/builds/" + build + "/request");
        tab.see("textarea[name=note]").fill("for the test stand");
        tab.see("dialog[open] button[type=submit]").click();

        assertThat(tab.page()).hasURL(Pattern.compile("/requests\\?mine=1$"));
        Locator row =
                tab.page().locator("#request-rows tr", new Page.LocatorOptions().setHasText("for the test stand"));
        assertThat(row).hasCount(1);
        assertThat(row.locator(".risk")).isVisible();
        String due = row.locator("a[href$='/due']").getAttribute("href");
        tab.look("dialog-due", () -> {
            tab.open("/requests?mine=1").see("a[href='" + due + "']").click();
            assertThat(tab.see("dialog[open] input[name=due]")).isVisible();
        });
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).plusDays(3);
        tab.see("dialog[open] input[name=due]").fill(day.toString());
        tab.see("dialog[open] button[type=submit]").click();
        assertThat(row).containsText("in 3 days");
        assertThat(simulation.received("sendBuildToJobRequestQueue")).isPositive();
    }

    @Test
    void whatAPageThatIsADialogIsAnsweredWithBecomesThePage(Tab tab) {
        tab.expect("422").signedIn("operator").open("/requests");
        String build = build(tab, 2);
        tab.open("/builds/" + build + "/request");
        tab.see("textarea[name=note]").fill("in time");
        tab.see("input[name=due]").fill("2020-01-01");
        tab.see("dialog[open] button[type=submit]").click();

        assertThat(tab.see("#main #file-problems")).isVisible();
        assertThat(tab.page().locator("dialog")).hasCount(1);
        assertThat(tab.page().locator("dialog:modal")).hasCount(0);
        assertThat(tab.see("textarea[name=note]")).hasValue("in time");
        tab.see("input[name=due]")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(3).toString());
        tab.see("dialog[open] button[type=submit]").click();
        assertThat(tab.page()).hasURL(Pattern.compile("/requests\\?mine=1$"));
    }

    @Test
    void withdrawingIsAskedOverThePageAndEndsOnWhatIsGone(Tab tab) {
        tab.signIn("operator").open("/requests");
        String build = build(tab, 1);
        tab.open("/builds/" + build + "/request");
        tab.see("textarea[name=note]").fill("a mistake");
        tab.see("dialog[open] button[type=submit]").click();
        Locator row = tab.page().locator("#request-rows tr", new Page.LocatorOptions().setHasText("a mistake"));
        assertThat(row).hasCount(1);
        row.locator("a[href$='/withdraw']").click();
        assertThat(tab.see("dialog[open] .takes")).containsText("a mistake");
        tab.page().locator("dialog[open] input[name=sure]").check();
        tab.see("dialog[open] button[type=submit]").click();

        assertThat(tab.see("#withdrawn")).containsText("Gone from the backlog");
        assertThat(tab.page().locator("[data-fate=gone]", new Page.LocatorOptions().setHasText("a mistake")))
                .hasCount(1);
        assertThat(tab.page().locator("[data-fate=unread]")).hasCount(0);
    }

    @Test
    void whatSomebodyElseAsksForAppearsInTheOpenListWithoutAReload(Tab tab) {
        tab.signIn("operator").open("/requests?sort=age");
        String build = build(tab, 2);
        int before = tab.page().locator("#request-rows tr").count();
        tab.page().evaluate("() => { window.stillTheSamePage = true; }");
        try (Tab other = tab.withCookiesOnly()) {
            other.open("/builds/" + build + "/backlog");
            other.see("textarea[name=note]").fill("from another tab");
            other.see("dialog[open] button[type=submit]").click();
            assertThat(other.page()).hasURL(Pattern.compile("mine=1$"));
        }
        assertThat(tab.page().locator("#request-rows tr")).hasCount(before + 1);
        assertThat(tab.see("#request-rows")).containsText("from another tab");
        assertThat(tab.page().evaluate("() => window.stillTheSamePage")).isEqualTo(true);
    }

    @Test
    void filtersAreRememberedByTheAddress(Tab tab) {
        tab.signIn("viewer").open("/requests");
        tab.page().locator("#request-filters input[name=undated]").check();
        assertThat(tab.page()).hasURL(Pattern.compile("undated=1"));
        tab.page().reload();
        assertThat(tab.page().locator("#request-filters input[name=undated]")).isChecked();
        assertThat(tab.see("#applied")).containsText("no due day");
    }

    @Test
    void askingAndWithdrawingWorkWithJavaScriptOff(@WithoutScript Tab tab) {
        tab.signIn("operator").open("/requests");
        String build = build(tab, 3);
        tab.open("/builds/" + build + "/request");
        tab.see("textarea[name=note]").fill("without scripts");
        tab.see("dialog[open] button[type=submit]").click();
        assertThat(tab.page()).hasURL(Pattern.compile("mine=1$"));
        Locator row = tab.page().locator("#request-rows tr", new Page.LocatorOptions().setHasText("without scripts"));
        assertThat(row).hasCount(1);

        row.locator("a[href$='/withdraw']").click();
        tab.page().locator("dialog[open] input[name=sure]").check();
        tab.see("dialog[open] button[type=submit]").click();
        assertThat(tab.see("#withdrawn")).isVisible();
        // Without a script the page tells what was read when it was fetched.
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!tab.see("#withdrawn").innerText().contains("Gone from the backlog") && System.nanoTime() < end) {
            tab.page().reload();
        }
        assertThat(tab.see("#withdrawn")).containsText("Gone from the backlog");
    }
}
