package io.nordwand.dispatch;

import io.nordwand.farm.PrinterReport;
import java.util.Locale;
import java.util.Set;

/** Whether a printer may be sent a print: only in the very state Ready and without a job (field notes 35 and 49). */
final class Readiness {

    /** States that say that this print will not start until somebody acts. */
    private static final Set<String> REFUSALS = Set.of(
            "incompatible print file",
            "out of material",
            "fiber jam",
            "material jam",
            "bed needs leveling",
            "vacuum not engaged",
            "print failure detected",
            "user action required",
            "update required on device");

    private Readiness() {}

    static boolean ready(PrinterReport printer) {
        return key(printer).equals("ready") && printer.activeJob() == null;
    }

    static boolean refuses(PrinterReport printer) {
        return REFUSALS.contains(key(printer));
    }

    /** The state as Eiger wrote it; with a job at work, what it works on counts more. */
    static String word(PrinterReport printer) {
        String state = printer.state() == null || printer.state().isBlank()
                ? "?"
                : printer.state().strip();
        return printer.activeJob() != null && key(printer).equals("ready") ? state + " + active job" : state;
    }

    private static String key(PrinterReport printer) {
        return printer.state() == null ? "" : printer.state().strip().toLowerCase(Locale.ROOT);
    }
}
