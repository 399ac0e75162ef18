package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * What a build wants of one spool. An amount of which Eiger does not say of what material it is counts as not known.
 *
 * @param material material, or null when it wants none or does not say
 * @param cubicCentimetres how much in cm³, or null when not known
 */
record Demand(@Nullable String material, @Nullable Double cubicCentimetres) {

    /** Nobody knows what it wants. */
    static final Demand UNKNOWN = new Demand(null, null);

    private static final Demand NOTHING = new Demand(null, 0.0);

    /** Every build needs some of its main material, so that none named means not known; the second one it may do without. */
    static Demand of(SpoolForecast.Place place, @Nullable Build build) {
        if (build == null) {
            return UNKNOWN;
        }
        boolean first = place == SpoolForecast.Place.PRIMARY;
        String material = first ? build.primaryMaterial() : build.secondaryMaterial();
        Double told =
                first ? build.needs().primaryCubicCentimetres() : build.needs().secondaryCubicCentimetres();
        if (material == null && told == null && !first) {
            return NOTHING;
        }
        Double amount = amount(told);
        return material == null && (amount == null || amount > 0) ? UNKNOWN : new Demand(material, amount);
    }

    /** The amount, or null when it is none that can be. */
    static @Nullable Double amount(@Nullable Double cubicCentimetres) {
        return cubicCentimetres == null || cubicCentimetres.isInfinite() || !(cubicCentimetres >= 0)
                ? null
                : cubicCentimetres;
    }

    boolean nothing() {
        return cubicCentimetres != null && cubicCentimetres == 0;
    }

    /** Whether it wants another material than that one. What does not say which it wants does not want another. */
    boolean other(@Nullable String loaded) {
        return !nothing() && material != null && !MaterialName.same(material, loaded);
    }

    /** What a job still takes that is done so far, in percent; all that is not known stays so. */
    Demand rest(@Nullable Double progressPercent) {
        Double done = amount(progressPercent);
        if (cubicCentimetres == null || done == null) {
            return nothing() ? this : new Demand(material, null);
        }
        return new Demand(material, cubicCentimetres * Math.max(0, 1 - done / 100));
    }
}
