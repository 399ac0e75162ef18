package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A printable arrangement of parts.
 *
 * @param secondary second material or fiber, or the word {@code None} (field note 38)
 * @param seconds expected print time, or null while it is not sliced
 * @param layers number of layers, 0 while it is not sliced
 * @param inspected whether its parts are scanned for Inspection
 */
public record Build(
        UUID id,
        String title,
        String picture,
        String series,
        int partCount,
        String primary,
        String secondary,
        @Nullable Double primaryCubicCentimetres,
        @Nullable Double fiberCubicCentimetres,
        @Nullable Double secondaryCubicCentimetres,
        @Nullable Double supportCubicCentimetres,
        @Nullable Double seconds,
        int layers,
        boolean inspected,
        Instant createdAt,
        List<Part> parts) {

    static final String NONE = "None";

    /** Whether it can be printed at all. */
    public boolean sliced() {
        return layers > 0;
    }

    double need(boolean second) {
        if (!second) {
            return orZero(primaryCubicCentimetres);
        }
        return orZero(fiberCubicCentimetres) > 0 ? orZero(fiberCubicCentimetres) : orZero(secondaryCubicCentimetres);
    }

    double printSeconds() {
        return Math.max(1, orZero(seconds));
    }

    boolean needsSecond() {
        return !secondary.equals(NONE);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
