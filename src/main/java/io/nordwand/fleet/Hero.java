package io.nordwand.fleet;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the printer does now.
 *
 * @param group what a person has to do
 * @param state state word as Eiger wrote it, or null
 * @param step message key of the next physical step
 * @param since when the state was first seen
 * @param job job in work, or null
 * @param finishAt expected end, or null
 * @param startedAt when the job started, or null
 * @param remaining time left when it was last read, or null
 * @param phases what a job goes through, with the current one; empty when the device does not say
 * @param flags cautions in words
 * @param nextTitle title of the first waiting build, or null
 * @param nextEstimate its print time, or null
 */
public record Hero(
        StateGroup group,
        @Nullable String state,
        String step,
        Since since,
        @Nullable JobLine job,
        @Nullable Instant finishAt,
        @Nullable Instant startedAt,
        @Nullable Duration remaining,
        List<Phase> phases,
        List<Flag> flags,
        @Nullable String nextTitle,
        @Nullable Duration nextEstimate) {

    private static final List<String> USUAL = List.of("Downloading", "Heating", "Printing", "Scanning", "Cooling Down");

    /** One phase: the device's word, whether it is over, and whether it is the current one. */
    public record Phase(String word, boolean past, boolean current) {}

    static Hero of(Printer printer, Forecast forecast) {
        var report = printer.report();
        ActiveJob active = printer.lastJob();
        QueueEntry next = printer.queue() == null || printer.queue().entries().isEmpty()
                ? null
                : printer.queue().entries().get(0);
        JobLine job = JobLine.of(active);
        return new Hero(
                printer.group(),
                report.state() == null || report.state().isBlank() ? null : report.state(),
                printer.nextStepKey(),
                printer.since(),
                job,
                printer.finishAt(),
                active == null ? null : active.startedAt(),
                active == null ? null : active.remaining(),
                job == null ? List.of() : phases(job.phase()),
                Flag.of(printer, forecast),
                next == null ? null : JobLine.title(next.build()),
                next == null || next.build() == null ? null : next.build().estimate());
    }

    /** The usual phases up to and after the current one; a word that nobody knows stands alone, "Unknown" says nothing. */
    private static List<Phase> phases(@Nullable String current) {
        if (current == null || plain(current).equals("unknown")) {
            return List.of();
        }
        int at = USUAL.stream().map(Hero::plain).toList().indexOf(plain(current));
        if (at < 0) {
            return List.of(new Phase(current, false, true));
        }
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < USUAL.size(); i++) {
            phases.add(new Phase(i == at ? current : USUAL.get(i), i < at, i == at));
        }
        return phases;
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Share done for the glyph, or null. */
    public @Nullable Integer percent() {
        return job == null ? null : job.percent();
    }
}
