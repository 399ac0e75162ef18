package io.nordwand.dispatch;

import static io.nordwand.dispatch.Reason.Weight.AGAINST;
import static io.nordwand.dispatch.Reason.Weight.GOOD;
import static io.nordwand.dispatch.Reason.Weight.PLAIN;
import static io.nordwand.dispatch.Reason.Weight.WARNING;

import io.nordwand.farm.Build;
import io.nordwand.farm.Caution;
import io.nordwand.farm.Consumable;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Slot;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words why a printer suits a build or does not. */
final class SuitabilityReasons {

    private final List<Reason> reasons = new ArrayList<>();

    private SuitabilityReasons() {}

    /**
     * All reasons.
     *
     * @param forecast the printer's, with the build on top of its queue
     * @param slot when the build would print, or null when that can't be told at all
     * @param free whether it could start at once
     * @param current whether the readings are new enough
     */
    static List<Reason> of(
            Printer printer, Build build, Forecast forecast, @Nullable Slot slot, boolean free, boolean current) {
        SuitabilityReasons said = new SuitabilityReasons();
        String series = printer.report().series().strip();
        if (!build.fits(series)) {
            said.say(AGAINST, "other-series", build.series().strip(), series);
            return said.reasons;
        }
        if (series.isEmpty() || build.series().isBlank()) {
            said.say(WARNING, "series-unknown");
        } else {
            said.say(GOOD, "series", series);
        }
        said.time(printer, slot, free, current);
        if (forecast.read()) {
            forecast.materials().spools().forEach(said::spool);
        }
        Double support = build.needs().supportCubicCentimetres();
        if (support != null && support > 0) {
            said.say(PLAIN, "support", support);
        }
        said.care(printer);
        return said.reasons;
    }

    private void say(Reason.Weight weight, String key, Object... details) {
        reasons.add(Reason.of(weight, key, details));
    }

    private void time(Printer printer, @Nullable Slot slot, boolean free, boolean current) {
        String state = Readiness.word(printer.report());
        if (printer.group() == StateGroup.OFF) {
            say(AGAINST, printer.lastContact() == null ? "off" : "off-since", state);
        } else if (printer.group() == StateGroup.UNKNOWN) {
            say(AGAINST, state.equals("?") ? "no-state" : "odd-state", state);
        } else if (printer.queue() == null) {
            say(WARNING, "queue-unread");
        } else if (!current) {
            reasons.add(Reason.of(WARNING, "old")
                    .at(
                            printer.readAt().isBefore(printer.queue().readAt())
                                    ? printer.readAt()
                                    : printer.queue().readAt()));
        } else if (printer.group() == StateGroup.HANDS) {
            say(WARNING, "hands", state);
        } else if (printer.group() == StateGroup.FINISHED) {
            say(WARNING, "clear", state);
        } else if (free) {
            say(GOOD, "free");
        } else if (slot != null && slot.startsAt() != null) {
            reasons.add(Reason.of(GOOD, "free-at").at(slot.startsAt()));
        } else {
            say(WARNING, "time-unknown");
        }
    }

    /** What is left for the build, and after it, of one spool; nothing where it takes nothing. */
    private void spool(SpoolForecast spool) {
        Taking taking = spool.takings().get(spool.takings().size() - 1);
        if (!taking.needed()) {
            return;
        }
        String needed = taking.material();
        if (needed == null) {
            say(WARNING, "need-unsaid." + spool.place().key());
            return;
        }
        switch (taking.finding()) {
            case ENOUGH -> say(GOOD, "enough", needed, amount(taking.leftCubicCentimetres()));
            case SHORT -> shortage(spool, taking, needed);
            case OTHER_MATERIAL ->
                say(WARNING, spool.material() == null ? "empty" : "other-material", needed, word(spool.material()));
            case UNKNOWN -> say(WARNING, unknown(spool, taking), needed);
        }
    }

    /** How much is missing for this build; where an earlier need is not known, at least that much for all of them. */
    private void shortage(SpoolForecast spool, Taking taking, String needed) {
        if (taking.leftCubicCentimetres() != null) {
            say(WARNING, "short", needed, -taking.leftCubicCentimetres());
        } else {
            say(
                    WARNING,
                    "short-at-least",
                    needed,
                    spool.shortfall() == null ? 0.0 : spool.shortfall().bringCubicCentimetres());
        }
    }

    private static String unknown(SpoolForecast spool, Taking taking) {
        if (!spool.known()) {
            return "loaded-unknown";
        }
        if (spool.loadedCubicCentimetres() == null) {
            return "level-unknown";
        }
        return taking.needCubicCentimetres() == null ? "need-unknown" : "left-unknown";
    }

    private void care(Printer printer) {
        if (printer.cautions().contains(Caution.MAINTENANCE_DUE)) {
            say(
                    WARNING,
                    "maintenance",
                    printer.report().consumables().stream()
                            .filter(Consumable::dueNow)
                            .map(Consumable::title)
                            .collect(Collectors.joining(", ")));
        }
        if (printer.cautions().contains(Caution.CONTRADICTION)) {
            say(WARNING, "contradiction");
        }
        if (printer.cautions().contains(Caution.SPOOL_SOON)) {
            say(WARNING, "spool-soon");
        }
    }

    private static double amount(@Nullable Double left) {
        return left == null ? 0 : left;
    }

    private static String word(@Nullable String material) {
        return material == null ? "" : material.strip();
    }
}
