package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Material;
import io.nordwand.farm.PrinterReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one build needs against what is loaded now, spool by spool. The queue is not counted: this is for a print that
 * starts at once.
 *
 * @param material what the build needs
 * @param loaded what is loaded there, or null when nothing is or it is not known
 * @param loadedCubicCentimetres estimated amount loaded in cm³, or null when not known
 * @param needCubicCentimetres estimated need in cm³, or null when not known
 * @param leftCubicCentimetres estimated rest after the print in cm³, or null when it can't be told
 * @param verdict how that looks
 */
public record MaterialCheck(
        String material,
        @Nullable String loaded,
        @Nullable Double loadedCubicCentimetres,
        @Nullable Double needCubicCentimetres,
        @Nullable Double leftCubicCentimetres,
        Verdict verdict) {

    /** How a spool looks for a build. */
    public enum Verdict {
        /** Enough is left. */
        ENOUGH("check", 0),
        /** It will run out. */
        SHORT("triangle-alert", 2),
        /** Another material, or none, is loaded. */
        OTHER("triangle-alert", 3),
        /** It can't be told. */
        UNKNOWN("circle-help", 1);

        private final String icon;
        private final int weight;

        Verdict(String icon, int weight) {
            this.icon = icon;
            this.weight = weight;
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }

        int weight() {
            return weight;
        }

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
            return new MaterialCheck(material, null, null, need, null, Verdict.UNKNOWN);
        }
        Double remaining = loaded.remainingCubicCentimetres();
        if (!word(material).equals(word(loaded.name()))) {
            return new MaterialCheck(material, loaded.name(), remaining, need, null, Verdict.OTHER);
        }
        if (need == null || remaining == null) {
            return new MaterialCheck(material, loaded.name(), remaining, need, null, Verdict.UNKNOWN);
        }
        double left = remaining - need;
        return new MaterialCheck(
                material, loaded.name(), remaining, need, left, left < 0 ? Verdict.SHORT : Verdict.ENOUGH);
    }

    /** The verdict that matters most; not known when there is nothing to check. */
    static Verdict worst(List<MaterialCheck> checks) {
        return checks.stream()
                .map(MaterialCheck::verdict)
                .max(Comparator.comparing(Verdict::weight))
                .orElse(Verdict.UNKNOWN);
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
