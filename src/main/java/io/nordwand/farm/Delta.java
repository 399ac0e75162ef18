package io.nordwand.farm;

import java.util.List;

/**
 * What is different between two farms. A printer that was only read again, and tells the same, has not changed.
 *
 * @param added printers that are new, in the farm's order
 * @param changed printers that tell something else now, as they are now
 * @param removed printers that are gone
 */
public record Delta(List<Printer> added, List<Printer> changed, List<PrinterId> removed) {
    public Delta {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** Compares two farms, in whatever order they were made. */
    public static Delta between(Farm before, Farm after) {
        return new Delta(
                after.printers().values().stream()
                        .filter(printer -> !before.printers().containsKey(printer.id()))
                        .toList(),
                after.printers().values().stream()
                        .filter(printer -> before.printer(printer.id())
                                .filter(earlier -> !printer.tellsTheSameAs(earlier))
                                .isPresent())
                        .toList(),
                before.printers().keySet().stream()
                        .filter(id -> !after.printers().containsKey(id))
                        .toList());
    }

    /** Whether both farms tell the same of all printers. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
