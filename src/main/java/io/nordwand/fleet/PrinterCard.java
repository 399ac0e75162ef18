package io.nordwand.fleet;

import io.nordwand.farm.Forecast;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import io.nordwand.web.Spool;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the fleet page shows of one printer, in the precision in which it is shown: two equal cards look the same, so
 * a change that nobody could see is not sent. Public like what it is made of, since templates read it once per printer.
 *
 * @param elementId id of its element in every view
 * @param href path of its page
 * @param name name, or what stands for it
 * @param model model as Eiger wrote it, may be blank
 * @param group what a person has to do
 * @param state state word as Eiger wrote it, or null when it gave none
 * @param step message key of the next physical step
 * @param since when the state was first seen
 * @param job job in work, or the one in work when contact was lost; or null
 * @param finishAt expected end of the job, or null
 * @param materials hot ends; the second one only when there is something to say about it
 * @param queue waiting jobs
 * @param flags cautions in words
 */
public record PrinterCard(
        String elementId,
        String href,
        String name,
        String model,
        StateGroup group,
        @Nullable String state,
        String step,
        Since since,
        @Nullable JobLine job,
        @Nullable Instant finishAt,
        List<Spool> materials,
        QueueLine queue,
        List<Flag> flags) {

    static PrinterCard of(Printer printer, Forecast forecast, Locale locale) {
        var report = printer.report();
        String state = report.state() == null || report.state().isBlank() ? null : report.state();
        return new PrinterCard(
                ElementId.of("printer", printer.id().value()),
                Paths.printer(printer.id()),
                report.displayName(),
                report.model(),
                printer.group(),
                state,
                printer.nextStepKey(),
                printer.since(),
                JobLine.of(printer.lastJob()),
                printer.finishAt(),
                spools(printer, locale),
                QueueLine.of(printer),
                Flag.of(printer, forecast));
    }

    static List<Spool> spools(Printer printer, Locale locale) {
        Spool primary = Spool.of("primary", printer.report().primary(), locale);
        Spool secondary = Spool.of("secondary", printer.report().secondary(), locale);
        return Stream.of(primary, secondary.name() == null && primary.known() ? null : secondary)
                .filter(Objects::nonNull)
                .filter(spool -> spool.known() || spool.place().equals("primary"))
                .toList();
    }

    /** Share done for the glyph, or null. */
    public @Nullable Integer percent() {
        return job == null ? null : job.percent();
    }

    /** Whether it is shown with a progress bar: printing, or stopped in the middle of a job. */
    public boolean inWork() {
        return job != null && (group == StateGroup.PRINTING || group == StateGroup.HANDS);
    }
}
