package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * Material that a build needs, as estimated at slicing, in cm³. Null means not known, never zero.
 *
 * @param primaryCubicCentimetres main material
 * @param secondaryCubicCentimetres second spool: fiber where fiber is needed, else the second material (field note 37)
 * @param supportCubicCentimetres support material (Eiger: tertiary), whose level no printer reports
 */
public record Needs(
        @Nullable Double primaryCubicCentimetres,
        @Nullable Double secondaryCubicCentimetres,
        @Nullable Double supportCubicCentimetres) {

    /** Nothing is known of the needs. */
    public static final Needs UNKNOWN = new Needs(null, null, null);
}
