package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * What one hot end of a printer has loaded. A printer's material that Eiger did not mention at all is a null
 * {@code Material}: not known, which is neither "none" nor zero (field note 26).
 *
 * @param name material as Eiger wrote it, or null when nothing is loaded ("None", blank and null alike; field note 38)
 * @param remainingCubicCentimetres estimated amount left in cm³, or null when not known; a level of zero on a printing
 *     device is not metered and so not known (field note 40)
 */
public record Material(@Nullable String name, @Nullable Double remainingCubicCentimetres) {

    /** Nothing is loaded. */
    public static final Material NONE = new Material(null, null);
}
