package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PrintDialogPageTests extends Site {

    private static final String PRINT = AT + "/print?build=build-Gripper&entry=entry-1";

    private static Build like(String title, String series, @Nullable Boolean sliced, @Nullable Boolean approved) {
        return new Build(
                new BuildId("id/" + title),
                title,
                series,
                3,
                "Onyx",
                null,
                new Needs(1.0, null, 4.0),
                Duration.ofMinutes(30),
                sliced,
                approved,
                null);
    }

    @Test
    void printWarnsShowsMaterialAndIsNeverTickedBefore() {
        Document page = page(PRINT, HTMX);

        assertThat(page.select("h2").text()).isEqualTo("Print now on X7-01?");
        assertThat(page.select(".danger li")).hasSize(3);
        assertThat(page.select(".balance tbody tr").eachText().get(0))
                .contains("Onyx", "120.5 cm³", "412.0 cm³", "291.5 cm³", "enough");
        assertThat(page.select("input[type=checkbox][name=checked][required]")).hasSize(1);
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.select("[autofocus]").text()).isEqualTo("Cancel");
        assertThat(page.select("button[type=submit].btn--danger").text()).isEqualTo("Start print on X7-01");
        assertThat(page.select("input[name=entry]").attr("value")).isEqualTo("entry-1");
    }

    @Test
    void printCannotBeStartedOnAPrinterThatIsNotReady() {
        eiger.show(queued(printing("X7-01", "Housing"), "Gripper"));

        Document page = page(PRINT, HTMX);

        assertThat(page.select("h2").text()).isEqualTo("Nothing can be started on X7-01 now");
        assertThat(page.select("[role=alert]").text()).contains("Eiger reports Printing");
        assertThat(page.select("button[type=submit], input[type=checkbox], input[name=actionId]"))
                .isEmpty();
    }

    @Test
    void printCannotBeStartedWithoutAnEntryASliceTheSeriesOrAReading() {
        assertThat(page(AT + "/print?build=build-Gripper&entry=entry-9", HTMX)
                        .select("[role=alert]")
                        .text())
                .contains("no longer in the queue");
        eiger.build = () -> Mono.just(like("Gripper", "X7", false, null));
        assertThat(page(AT + "/print?build=build-Gripper", HTMX)
                        .select("[role=alert]")
                        .text())
                .contains("not sliced");
        eiger.build = () -> Mono.just(like("Gripper", "FX20", true, null));
        assertThat(page(AT + "/print?build=build-Gripper", HTMX)
                        .select("[role=alert]")
                        .text())
                .contains("another series");
        eiger.build = FakeEiger.fails(new Trouble.NotFound("Eiger has no such build.", "12"));
        Document gone = page(AT + "/print?build=build-Gripper", PLAIN);
        assertThat(gone.select("[role=alert]").text()).contains("Eiger has no such build.", "Reference 12");
        assertThat(gone.select("button[type=submit]")).isEmpty();
    }

    @Test
    void printSaysWhatIsShortOtherSupportOrUnapproved() {
        Printer printer = printer("X7-01");
        PrinterReport report = printer.report();
        eiger.show(new Printer(
                new PrinterReport(
                        report.id(),
                        null,
                        "X7",
                        "X7",
                        "Ready",
                        new Material("Onyx", 0.5),
                        Material.NONE,
                        null,
                        null,
                        null,
                        List.of()),
                printer.group(),
                printer.cautions(),
                printer.since(),
                null,
                false,
                Objects.requireNonNull(printer.queue()),
                printer.readAt()));
        eiger.build = () -> Mono.just(like("Gripper", "X7", true, false));

        Document page = page(AT + "/print?build=build-Gripper", HTMX);

        assertThat(page.select("tr[data-verdict=short]")).hasSize(1);
        assertThat(page.text())
                .contains("will stop before its end", "also needs support material", "not approved", "unnamed · X7");
    }
}
