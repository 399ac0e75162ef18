package io.nordwand.dispatch;

import io.nordwand.farm.PrinterReport;
import java.util.Locale;
import java.util.Set;

/** Whether a printer may be sent a print: only in the very state Ready and without a job (field notes 35 and 49). */
final class Readiness {

    /** States in which the job that was sent may still begin, once somebody has acted at the printer. */
    private static final Set<String> HANDS = Set.of(
            "out of material",
            "low on material",
            "purge strip removal needed",
            "fiber jam",
            "material jam",
            "bed needs leveling",
            "print bed needs clearing",
            "vacuum not engaged",
            "dislocation error",
            "print failure detected",
            "user action required",
            "update required on device");

    private Readiness() {}

    static boolean ready(PrinterReport printer) {
        return key(printer).equals("ready") && printer.activeJob() == null;
    }

    /** The one state that says for certain that the file will not be printed (field notes 6.1). */
    static boolean unusable(PrinterReport printer) {
        return key(printer).equals("incompatible print file") && printer.activeJob() == null;
    }

    static boolean waitsForHands(PrinterReport printer) {
        return HANDS.contains(key(printer)) && printer.activeJob() == null;
    }

    /** The state as Eiger wrote it; a job at work while it says Ready is named, too. */
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
