package io.nordwand.fleet;

import static io.nordwand.farm.FarmFixtures.NOW;

import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.Since;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Printers that differ from the common samples in one thing. */
final class Samples {

    private Samples() {}

    static Printer waiting(Printer printer, int minutes) {
        return copy(
                printer,
                printer.report(),
                new Since(NOW.minus(Duration.ofMinutes(minutes)), true),
                printer.finishAt(),
                printer.queue());
    }

    static Printer finishing(Printer printer, int minutes) {
        return copy(printer, printer.report(), printer.since(), NOW.plus(Duration.ofMinutes(minutes)), printer.queue());
    }

    static Printer withQueue(Printer printer, @Nullable PrintQueue queue) {
        return copy(printer, printer.report(), printer.since(), printer.finishAt(), queue);
    }

    static Printer withReport(Printer printer, PrinterReport report) {
        return copy(printer, report, printer.since(), printer.finishAt(), printer.queue());
    }

    static Printer withId(Printer printer, String id) {
        PrinterReport old = printer.report();
        return withReport(
                printer,
                new PrinterReport(
                        new PrinterId(id),
                        old.name(),
                        old.model(),
                        old.series(),
                        old.state(),
                        old.primary(),
                        old.secondary(),
                        old.queueLength(),
                        old.queueEstimate(),
                        old.activeJob(),
                        old.consumables()));
    }

    private static Printer copy(
            Printer printer,
            PrinterReport report,
            Since since,
            @Nullable Instant finishAt,
            @Nullable PrintQueue queue) {
        return new Printer(
                report,
                printer.group(),
                printer.cautions(),
                since,
                finishAt,
                printer.lostWhilePrinting(),
                queue,
                printer.readAt());
    }
}
