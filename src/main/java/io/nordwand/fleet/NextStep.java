package io.nordwand.fleet;

import io.nordwand.farm.Printer;
import org.jspecify.annotations.Nullable;

/** The next physical step for a person at a printer. */
final class NextStep {

    private NextStep() {}

    /** Message key of the step, or null where the machine needs nobody. */
    static @Nullable String key(Printer printer) {
        if (printer.lostWhilePrinting()) {
            return "fleet.step.lost";
        }
        return switch (printer.group()) {
            case HANDS -> "fleet.step.hands";
            case FINISHED -> "fleet.step.finished";
            case UNKNOWN -> "fleet.step.unknown";
            case PRINTING, READY, OFF -> null;
        };
    }
}
