package io.nordwand.fleet;

import io.nordwand.farm.Caution;
import io.nordwand.farm.Consumable;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Shortfall;
import io.nordwand.farm.Swap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One caution in words, shown beside a triangle.
 *
 * @param key message key
 * @param argument what the sentence names, or blank
 * @param number place in the queue that it names, or 0
 * @param at when that happens, or null when it can't be told or does not matter
 */
public record Flag(
        String key, String argument, int number, @Nullable Instant at) {

    /** The printer's cautions in a fixed order, then what the forecast warns of, last what has time: maintenance. */
    static List<Flag> of(Printer printer, Forecast forecast) {
        List<Flag> flags = new ArrayList<>(cautions(printer, false));
        forecast.materials().shortfalls().forEach(shortfall -> flags.add(of(shortfall)));
        forecast.materials().swaps().forEach(swap -> flags.add(of(swap)));
        flags.addAll(cautions(printer, true));
        return List.copyOf(flags);
    }

    /** Where a spool runs out. */
    static Flag of(Shortfall shortfall) {
        String key = shortfall.running()
                ? "fleet.forecast.short-now"
                : shortfall.latest() ? "fleet.forecast.short-latest" : "fleet.forecast.short-job";
        return new Flag(key, shortfall.material(), shortfall.number(), shortfall.at());
    }

    /** Where another spool is needed. */
    static Flag of(Swap swap) {
        return new Flag("fleet.forecast.other", swap.material(), swap.number(), swap.by());
    }

    private static List<Flag> cautions(Printer printer, boolean maintenance) {
        return printer.cautions().stream()
                .filter(caution -> maintenance == (caution == Caution.MAINTENANCE_DUE))
                .sorted()
                .map(caution -> new Flag(
                        "fleet.caution."
                                + caution.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        caution == Caution.MAINTENANCE_DUE ? dueParts(printer) : "",
                        0,
                        null))
                .toList();
    }

    private static String dueParts(Printer printer) {
        return printer.report().consumables().stream()
                .filter(Consumable::dueNow)
                .map(Consumable::title)
                .collect(Collectors.joining(", "));
    }
}
