package io.nordwand.queue;

import io.nordwand.farm.MaterialForecast;
import io.nordwand.farm.Shortfall;
import io.nordwand.farm.Swap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Material that a queue lacks.
 *
 * @param other whether another material is needed; otherwise the one that is loaded runs out
 * @param number place in the queue of the job that lacks it; 0 for the job in work
 * @param material what to bring
 * @param missing how much the job lacks in cm³, or needs of another material; null when not known
 * @param least whether it may be more
 * @param at about when it is needed, or null when that can't be told
 */
public record Lack(
        boolean other,
        int number,
        String material,
        @Nullable Double missing,
        boolean least,
        @Nullable Instant at) {

    /** All that a queue lacks, the first job's first. */
    static List<Lack> of(MaterialForecast forecast) {
        List<Lack> lacks = new ArrayList<>();
        forecast.shortfalls().forEach(shortfall -> lacks.add(of(shortfall)));
        forecast.swaps().forEach(swap -> lacks.add(of(swap)));
        lacks.sort(Comparator.comparing(Lack::number));
        return List.copyOf(lacks);
    }

    private static Lack of(Shortfall shortfall) {
        return new Lack(
                false,
                shortfall.number(),
                shortfall.material(),
                shortfall.missingCubicCentimetres(),
                shortfall.latest(),
                shortfall.at());
    }

    private static Lack of(Swap swap) {
        return new Lack(true, swap.number(), swap.material(), swap.needsCubicCentimetres(), false, swap.by());
    }
}
