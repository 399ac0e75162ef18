package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Material;
import io.nordwand.farm.PrinterReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one build needs against what is loaded now, spool by spool. The queue is not counted: this is for a print that
 * starts at once.
 *
 * @param material what the build needs
 * @param loaded what is loaded there, or null when nothing is or it is not known
 * @param needCubicCentimetres estimated need in cm³, or null when not known
 * @param leftCubicCentimetres estimated rest after the print in cm³, or null when it can't be told
 * @param verdict how that looks
 */
public record MaterialCheck(
        String material,
        @Nullable String loaded,
        @Nullable Double needCubicCentimetres,
        @Nullable Double leftCubicCentimetres,
        Verdict verdict) {

    /** How a spool looks for a build. */
    public enum Verdict {
        /** Enough is left. */
        ENOUGH,
        /** It will run out. */
        SHORT,
        /** Another material, or none, is loaded. */
        OTHER,
        /** It can't be told. */
        UNKNOWN;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<MaterialCheck> of(PrinterReport printer, Build build) {
        List<MaterialCheck> checks = new ArrayList<>();
        if (build.primaryMaterial() != null) {
            checks.add(check(build.primaryMaterial(), build.needs().primaryCubicCentimetres(), printer.primary()));
        }
        if (build.secondaryMaterial() != null) {
            checks.add(
                    check(build.secondaryMaterial(), build.needs().secondaryCubicCentimetres(), printer.secondary()));
        }
        return checks;
    }

    private static MaterialCheck check(String material, @Nullable Double need, @Nullable Material loaded) {
        if (loaded == null) {
            return new MaterialCheck(material, null, need, null, Verdict.UNKNOWN);
        }
        if (!word(material).equals(word(loaded.name()))) {
            return new MaterialCheck(material, loaded.name(), need, null, Verdict.OTHER);
        }
        Double remaining = loaded.remainingCubicCentimetres();
        if (need == null || remaining == null) {
            return new MaterialCheck(material, loaded.name(), need, null, Verdict.UNKNOWN);
        }
        double left = remaining - need;
        return new MaterialCheck(material, loaded.name(), need, left, left < 0 ? Verdict.SHORT : Verdict.ENOUGH);
    }

    /** Materials are compared as words; ™ and ® make no difference (field note 38). */
    private static String word(@Nullable String material) {
        return material == null
                ? ""
                : material.replaceAll("[™®]", "")
                        .replaceAll("\\s+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }
}
