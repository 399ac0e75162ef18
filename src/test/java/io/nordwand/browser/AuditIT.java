package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit log as people read it while others act. */
@BrowserTest
class AuditIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String FROM_TOP = "() => document.scrollingElement.scrollTop";

    @Autowired
    private Audit audit;

    private final String action = UUID.randomUUID().toString();

    private DeedId intend(String operation, String subject) {
        Actor actor = new Actor("lena", "operator", "10.4.2.31");
        DeedId id = Objects.requireNonNull(
                audit.intend(new Deed(action, actor, operation, null, "", null, subject, null, "Ready."))
                        .block(LONG));
        return id;
    }

    private String url() {
        return "/audit?action=" + action;
    }

    @Test
    void rowsArriveAndChangeWithoutTakingAnythingFromTheReader(Tab tab) {
        DeedId first = intend("append", "Gripper");
        for (int i = 0; i < 30; i++) {
            intend("remove", "Jaw " + i);
        }
        tab.signIn("operator").open(url() + "&person=lena");
        tab.see("#deed-" + first.value() + " summary").click();
        double place = ((Number) tab.page().evaluate(FROM_TOP)).doubleValue();
        assertThat(place).isPositive();

        DeedId last = intend("print", "Bracket");
        assertThat(tab.element("deed", last.value())).containsText("No outcome yet");
        audit.settle(last, Outcome.of(Outcome.Kind.DONE, "The printer has it.")).block(LONG);
        assertThat(tab.element("deed", last.value())).containsText("The printer has it.");

        assertThat(tab.page().locator("#audit-rows tr")).hasCount(32);
        assertThat(tab.see("#deed-" + first.value() + " details")).hasAttribute("open", "");
        assertThat(tab.see("#filter-person")).hasValue("lena");
        assertThat(tab.see("#deed-" + first.value())).isInViewport();
    }

    @Test
    void aFilterCountsAtOnceAndStandsInTheAddress(Tab tab) {
        intend("append", "Gripper");
        intend("append", "Jaw");
        tab.signIn("operator").open(url());
        tab.see("#q").fill("grip");
        assertThat(tab.page().locator("#audit-rows tr")).hasCount(1);
        tab.page().waitForURL("**/audit?q=grip&action=" + action);
        intend("append", "Gripper 2");
        assertThat(tab.page().locator("#audit-rows tr")).hasCount(2);
        tab.see("#applied a").click();
        assertThat(tab.page().locator("#audit-rows tr")).hasCount(3);
        assertThat(tab.see("#q")).hasValue("");
    }

    @Test
    void theFormWorksWithoutScripts(@WithoutScript Tab tab) {
        intend("append", "Gripper");
        intend("print", "Jaw");
        tab.signIn("operator").open(url());
        tab.see("#filter-operation").selectOption("print");
        tab.see("form#filters button[type=submit]").click();
        assertThat(tab.page().locator("#audit-rows tr")).hasCount(1);
        assertThat(tab.see("#audit-rows tr")).containsText("Jaw");
    }

    @Test
    void administratorsTakeItAlongAndBackUpTheData(Tab tab) throws IOException {
        intend("append", "Gripper");
        tab.signIn("admin").open(url());
        Download csv = tab.page().waitForDownload(() -> tab.see("#audit-csv").click());
        assertThat(csv.suggestedFilename()).startsWith("nordwand-audit-").endsWith(".csv");
        assertThat(Files.readString(csv.path())).contains("\"Gripper\"", action);

        tab.open("/admin/storage");
        Download backup = tab.page().waitForDownload(() -> tab.see("#backup").click());
        assertThat(backup.suggestedFilename()).startsWith("nordwand-").endsWith(".zip");
        Path archive = backup.path();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("simulated.mv.db");
        }
    }

    @Test
    void looksRight(Tab tab) {
        audit.settle(intend("append", "Transfer gear z22"), Outcome.of(Outcome.Kind.DONE, ""))
                .block(LONG);
        String sentence = "Eiger says that this clashes with what is going on there (409). Nothing was changed.";
        audit.settle(intend("print", "Transfer gear z22"), Outcome.of(Outcome.Kind.NOT_DONE, sentence))
                .block(LONG);
        audit.settle(intend("remove", "x".repeat(300)), Outcome.of(Outcome.Kind.CANT_TELL, "Nordwand was restarted."))
                .block(LONG);
        intend("writes.stop", "Fire drill");
        tab.signIn("admin");
        tab.look("audit", () -> tab.open(url()).see("#audit-rows summary").click());
        tab.look("audit-no-match", () -> tab.open(url() + "&person=nobody"));
        tab.look("storage", () -> tab.open("/admin/storage"));
    }

    @Test
    void viewersSeeNothingOfIt(Tab tab) {
        tab.expect("403").signIn("viewer").open("/audit");
        assertThat(tab.page().locator("#audit-rows")).hasCount(0);
        assertThat(tab.page().locator("a[href='/audit']")).hasCount(0);
    }
}
