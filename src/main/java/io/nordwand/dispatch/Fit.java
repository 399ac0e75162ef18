package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.PrinterReport;
import java.util.Optional;

/**
 * Whether a build can go to a printer at all, as far as Eiger's data say for certain. What is not known is no objection:
 * Eiger itself decides then.
 */
final class Fit {

    private Fit() {}

    /** What speaks against it, or empty. */
    static Optional<Standing> objection(PrinterReport printer, Build build) {
        if (!build.fits(printer.series())) {
            return Optional.of(Standing.OTHER_SERIES);
        }
        return Boolean.FALSE.equals(build.sliced()) ? Optional.of(Standing.UNSLICED) : Optional.empty();
    }
}
