package io.nordwand.fleet;

import io.nordwand.farm.Caution;
import io.nordwand.farm.Consumable;
import io.nordwand.farm.Printer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One caution in words, shown beside a triangle.
 *
 * @param key message key
 * @param argument what the sentence names, or blank
 */
public record Flag(String key, String argument) {

    /** The printer's cautions in a fixed order. */
    static List<Flag> of(Printer printer) {
        return printer.cautions().stream()
                .sorted()
                .map(caution -> new Flag(
                        "fleet.caution."
                                + caution.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        caution == Caution.MAINTENANCE_DUE ? dueParts(printer) : ""))
                .toList();
    }

    private static String dueParts(Printer printer) {
        return printer.report().consumables().stream()
                .filter(Consumable::dueNow)
                .map(Consumable::title)
                .collect(Collectors.joining(", "));
    }
}
