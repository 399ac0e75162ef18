package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and overviews as people with other eyes, screens and themes meet them; the pictures are kept in target/screenshots. */
@BrowserTest
class PagesIT {

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
        tab.signedIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({
        "queues,          /queues",
        "queues-days,     /queues?hours=72&show=all&sort=short",
        "queues-columns,  /queues?view=columns",
        "queues-no-match, /queues?q=nothing&show=short",
    })
    void queues(String name, String path, Tab tab) {
        tab.signedIn("operator").look(name, () -> tab.open(path));
    }

    @ParameterizedTest
    @CsvSource({
        "builds,          /builds",
        "builds-filtered, /builds?q=gear&series=Desktop+Series&approved=off&sort=longest",
        "builds-no-match, /builds?q=nothing&sliced=no",
    })
    void builds(String name, String path, Tab tab) {
        tab.signedIn("operator").look(name, () -> {
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
        tab.signedIn("operator").look(name, () -> {
            tab.open(path);
            assertThat(tab.see("main h1")).isVisible();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "requests,          /requests",
        "requests-mine,     /requests?mine=1&sort=due",
        "requests-no-match, /requests?q=nothing&late=1",
    })
    void requests(String name, String path, Tab tab) {
        tab.signedIn("operator").open("/requests?mine=1");
        if (tab.page().getByText("Line 3 changeover").count() == 0) {
            ask(tab, 0, "Line 3 changeover. Any X7 will do.");
            ask(tab, 3, "Drill jig for the second line");
        }
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

    @Test
    void approvals(Tab tab) {
        tab.signedIn("operator").look("approvals", () -> tab.open("/approvals"));
    }

    @Test
    void approvalsOfWhichNoneFit(Tab tab) {
        tab.signedIn("viewer").look("approvals-no-match", () -> tab.open("/approvals?q=nothing&show=approved"));
    }

    @Test
    void notFound(Tab tab) {
        tab.expect("404").signedIn("viewer").look("not-found", () -> tab.open("/no-such-page"));
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
