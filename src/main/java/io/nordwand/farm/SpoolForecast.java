package io.nordwand.farm;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long what is loaded on one hot end lasts.
 *
 * @param place which hot end
 * @param known whether it is known what is loaded
 * @param material what is loaded, or null when nothing is or it is not known
 * @param loadedCubicCentimetres estimated amount loaded in cm³, or null when not known
 * @param runningCubicCentimetres what the job in work still takes in cm³, zero without one; null when not known
 * @param takings what each job takes and leaves: the job in work, if there is one, then the waiting ones
 * @param shortfall where it runs out, or null when it does not as far as is known
 * @param swap the first waiting job that needs another material, or null
 * @param finding how it looks over all: short, else other material, else not known, else enough
 */
public record SpoolForecast(
        Place place,
        boolean known,
        @Nullable String material,
        @Nullable Double loadedCubicCentimetres,
        @Nullable Double runningCubicCentimetres,
        List<Taking> takings,
        @Nullable Shortfall shortfall,
        @Nullable Swap swap,
        MaterialFinding finding) {
    public SpoolForecast {
        takings = List.copyOf(takings);
    }

    /** A hot end. */
    public enum Place {
        /** The first: plastic, or metal. */
        PRIMARY,
        /** The second: fiber on composite printers, else the second material. */
        SECONDARY;

        /** The key in message names. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is left after all jobs in cm³, below zero when it is short; null when that can't be told. */
    public @Nullable Double leftCubicCentimetres() {
        return takings.isEmpty()
                ? loadedCubicCentimetres
                : takings.get(takings.size() - 1).leftCubicCentimetres();
    }

    /** Whether any job takes something here, as far as is known, or something is loaded. */
    public boolean used() {
        return material != null || takings.stream().anyMatch(Taking::needed);
    }
}
