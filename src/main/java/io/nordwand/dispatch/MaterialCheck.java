package io.nordwand.dispatch;

import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.MaterialForecast;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one build needs of a spool, as the forecast tells: for a print that starts at once against what is loaded, for
 * one that is added to a queue against what everything before it leaves.
 *
 * @param material what the build needs
 * @param loaded what is loaded there, or null when nothing is or it is not known
 * @param loadedCubicCentimetres estimated amount loaded in cm³, or null when not known
 * @param needCubicCentimetres estimated need in cm³, or null when not known
 * @param leftCubicCentimetres estimated rest after it in cm³, or null when it can't be told
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
        ENOUGH("check"),
        /** It will run out. */
        SHORT("triangle-alert"),
        /** Another material, or none, is loaded. */
        OTHER("triangle-alert"),
        /** It can't be told. */
        UNKNOWN("circle-help");

        private final String icon;

        Verdict(String icon) {
            this.icon = icon;
        }

        static Verdict of(MaterialFinding finding) {
            return switch (finding) {
                case ENOUGH -> ENOUGH;
                case UNKNOWN -> UNKNOWN;
                case SHORT -> SHORT;
                case OTHER_MATERIAL -> OTHER;
            };
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The spools that the last job of the forecast needs, which is the build in question. */
    static List<MaterialCheck> of(MaterialForecast forecast) {
        List<MaterialCheck> checks = new ArrayList<>();
        for (SpoolForecast spool : forecast.spools()) {
            Taking taking = spool.takings().get(spool.takings().size() - 1);
            if (taking.material() != null) {
                boolean other = taking.finding() == MaterialFinding.OTHER_MATERIAL;
                checks.add(new MaterialCheck(
                        taking.material(),
                        spool.material(),
                        spool.loadedCubicCentimetres(),
                        taking.needCubicCentimetres(),
                        other ? null : taking.leftCubicCentimetres(),
                        Verdict.of(taking.finding())));
            }
        }
        return checks;
    }

    /** How the spools look over all for the last job of the forecast. */
    static Verdict worst(MaterialForecast forecast) {
        return Verdict.of(forecast.finding(forecast.primary().takings().size() - 1));
    }
}
