package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * What one job takes from one spool.
 *
 * @param number place in the queue, from 1; 0 for the job in work
 * @param entry its queue entry, or null for the job in work
 * @param material material that it needs there, or null when it needs none or does not say
 * @param needCubicCentimetres estimated need in cm³ (of the job in work only what it still takes), or null when not known
 * @param leftCubicCentimetres estimated amount left after it in cm³, below zero when it is short; null when that can't be told
 * @param finding how the spool looks for it
 */
public record Taking(
        int number,
        @Nullable EntryId entry,
        @Nullable String material,
        @Nullable Double needCubicCentimetres,
        @Nullable Double leftCubicCentimetres,
        MaterialFinding finding) {

    /** Whether this is the job in work. */
    public boolean running() {
        return entry == null;
    }

    /** Whether it takes anything there, as far as is known. */
    public boolean needed() {
        return material != null || needCubicCentimetres == null || needCubicCentimetres > 0;
    }
}
