package io.nordwand.build;

import io.nordwand.farm.Build;
import io.nordwand.farm.Material;
import io.nordwand.web.Spool;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A material that a build needs, and how much of it in cm³.
 *
 * @param spool its name and sign
 * @param cubicCentimetres amount, or null when not known
 */
public record Need(Spool spool, @Nullable Double cubicCentimetres) {

    static Need of(String place, @Nullable String material, @Nullable Double amount, Locale locale) {
        return new Need(Spool.of(place, new Material(material, null), locale), amount);
    }

    /** Of both spools, as far as a material is named or an amount is needed. */
    static List<Need> of(Build build, Locale locale) {
        return Stream.of(
                        of("primary", build.primaryMaterial(), build.needs().primaryCubicCentimetres(), locale),
                        of("secondary", build.secondaryMaterial(), build.needs().secondaryCubicCentimetres(), locale))
                .filter(Need::says)
                .toList();
    }

    private boolean says() {
        return spool.name() != null || (cubicCentimetres != null && cubicCentimetres > 0);
    }
}
