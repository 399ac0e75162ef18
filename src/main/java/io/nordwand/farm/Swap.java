package io.nordwand.farm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first waiting job that needs another material than is loaded.
 *
 * @param number its place in the queue, from 1
 * @param entry its queue entry
 * @param by when it is to start, or null when that can't be told
 * @param material what it needs
 * @param needsCubicCentimetres how much of that material the whole queue needs, in cm³, or null when not known
 */
public record Swap(
        int number,
        EntryId entry,
        @Nullable Instant by,
        String material,
        @Nullable Double needsCubicCentimetres) {

    Swap and(@Nullable Double more) {
        Double sum = needsCubicCentimetres == null || more == null ? null : needsCubicCentimetres + more;
        return new Swap(number, entry, by, material, sum);
    }
}
