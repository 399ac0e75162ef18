package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.Slot;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well one printer suits a build that would come on top of its queue (field notes 5, "available-printers"). What is
 * not known never counts as good.
 *
 * @param printer the printer as last read
 * @param fitness how it suits over all
 * @param atOnce whether it could start now, with enough material for certain
 * @param startsAt when the build would start, or null when that can't be told
 * @param doneAt when it would be done, or null when that can't be told
 * @param work how long queue and build take once the printer can go on, or null when not known
 * @param material how what is loaded looks for it after all that waits before it
 * @param ready whether it could be told to print now, instead of queueing
 * @param sendable whether it can be sent there at all; no when Eiger's data say for certain that it would be refused
 * @param reasons all that matters for the choice, the most important first
 */
public record Suitability(
        Printer printer,
        Fitness fitness,
        boolean atOnce,
        @Nullable Instant startsAt,
        @Nullable Instant doneAt,
        @Nullable Duration work,
        MaterialFinding material,
        boolean ready,
        boolean sendable,
        List<Reason> reasons) {
    public Suitability {
        reasons = List.copyOf(reasons);
    }

    /** How a printer suits over all; the best first. */
    public enum Fitness {
        /** Nothing speaks against it. */
        FITS,
        /** Somebody has to see to something, or not all is known. */
        WARNED,
        /** Not to be used for this build now. */
        UNFIT;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The best first: those that start at once with enough material, then by when the build would be done, then by how
     * much work is before them once somebody has been there; last those that do not fit. It is total, so that the same
     * farm is always ranked the same, and looks at material only where time says nothing.
     */
    static final Comparator<Suitability> BEST_FIRST = Comparator.<Suitability, Boolean>comparing(
                    each -> each.fitness() == Fitness.UNFIT)
            .thenComparing(each -> !each.sendable())
            .thenComparing(each -> !each.atOnce())
            .thenComparing(Suitability::doneAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Suitability::work, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.material() != MaterialFinding.ENOUGH)
            .thenComparing(each -> each.material() == MaterialFinding.OTHER_MATERIAL)
            .thenComparing(Suitability::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(each -> each.printer().id().value());

    /** Judges one printer. Whether the build is sliced and approved is the same for all, and told with the build. */
    static Suitability of(Printer printer, Build build, Forecasts forecasts, Instant now) {
        PrinterReport report = printer.report();
        Forecast forecast = forecasts.with(printer, List.of(build));
        boolean fits = Fit.objection(report, build).isEmpty();
        boolean current = Recency.current(printer, now);
        boolean out = printer.group() == StateGroup.OFF || printer.group() == StateGroup.UNKNOWN;
        // Without a reading of the queue nothing is on top of it, and with an old one nobody knows on top of what.
        Slot slot = forecast.read() && current ? last(forecast.schedule().waiting()) : null;
        MaterialFinding material = forecast.read()
                ? forecast.materials()
                        .finding(forecast.materials().primary().takings().size() - 1)
                : MaterialFinding.UNKNOWN;
        boolean ready = fits && Readiness.ready(report);
        boolean free = ready && forecast.entries().size() == 1 && slot != null && slot.startsAt() != null;
        List<Reason> reasons = new ArrayList<>(SuitabilityReasons.of(printer, build, forecast, slot, free, current));
        reasons.sort(Comparator.comparing(Reason::weight).reversed());
        Reason.Weight worst =
                reasons.isEmpty() ? Reason.Weight.GOOD : reasons.get(0).weight();
        Fitness fitness = !fits || out
                ? Fitness.UNFIT
                : worst.compareTo(Reason.Weight.WARNING) >= 0 ? Fitness.WARNED : Fitness.FITS;
        return new Suitability(
                printer,
                fitness,
                free && !out && material == MaterialFinding.ENOUGH,
                slot == null ? null : slot.startsAt(),
                slot == null ? null : slot.endsAt(),
                forecast.read() && current && !out ? forecast.schedule().work() : null,
                material,
                ready,
                fits,
                reasons);
    }

    private static @Nullable Slot last(List<Slot> slots) {
        return slots.isEmpty() ? null : slots.get(slots.size() - 1);
    }

    /** The reasons besides those that are said for all printers together. */
    public List<Reason> besides(List<Reason> shared) {
        return reasons.stream().filter(reason -> !shared.contains(reason)).toList();
    }

    /** Name of the printer. */
    public String name() {
        return printer.report().displayName();
    }

    /** When the older of report and queue was read. */
    public Instant readAt() {
        Instant report = printer.readAt();
        return printer.queue() == null || report.isBefore(printer.queue().readAt())
                ? report
                : printer.queue().readAt();
    }

    /** What the person saw of it, for the audit. */
    public String seen() {
        List<String> words = new ArrayList<>(List.of(fitness.key()));
        reasons.forEach(reason -> words.add(reason.word()));
        if (doneAt != null) {
            words.add("done " + doneAt);
        }
        String told = String.join("; ", words).replaceAll("\\p{Cntrl}+", " ");
        return told.length() > SEEN ? told.substring(0, SEEN) : told;
    }

    /** Longest text that the audit takes down of it. */
    static final int SEEN = 400;
}
