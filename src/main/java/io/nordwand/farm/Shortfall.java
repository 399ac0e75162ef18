package io.nordwand.farm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a spool runs out, and what to bring.
 *
 * @param number place of that job in the queue, from 1; 0 for the job in work
 * @param entry its queue entry, or null for the job in work
 * @param at when, or null when that can't be told
 * @param latest whether it may happen earlier, since the need of an earlier job is not known
 * @param changeBy the last moment at which the spool can be changed without a job that stops: the start of that job; null
 *     for the job in work and when it can't be told
 * @param material what to bring
 * @param missingCubicCentimetres how much is missing to finish that job, in cm³; with {@code latest} at least
 * @param bringCubicCentimetres how much is missing to print the whole queue, in cm³
 * @param atLeast whether it may be more, since not all needs are known
 */
public record Shortfall(
        int number,
        @Nullable EntryId entry,
        @Nullable Instant at,
        boolean latest,
        @Nullable Instant changeBy,
        String material,
        double missingCubicCentimetres,
        double bringCubicCentimetres,
        boolean atLeast) {

    /** Whether it runs out in the job in work. */
    public boolean running() {
        return entry == null;
    }

    Shortfall bringing(double cubicCentimetres, boolean orMore) {
        return new Shortfall(
                number, entry, at, latest, changeBy, material, missingCubicCentimetres, cubicCentimetres, orMore);
    }
}
