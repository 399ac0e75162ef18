package io.nordwand.history;

import io.nordwand.farm.record.Approval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which builds are looked for. All of it has to hold; what is not known of a build does not fit a filter on it.
 *
 * @param text words that must all occur in the title, without regard to case and accents, or a whole id; may be blank
 * @param series series as Eiger writes it, in any letter case, or blank for all
 * @param material material of either spool, in any spelling (see {@link io.nordwand.farm.MaterialName}), or blank for all
 * @param sliced whether it is sliced, or null for all
 * @param approval whether it may be printed, or null for all
 * @param fewestParts least number of parts, or null
 * @param mostParts largest number of parts, or null
 * @param from made at that time or later, or null
 * @param before made before that time, or null
 */
public record BuildFilter(
        String text,
        String series,
        String material,
        @Nullable Boolean sliced,
        @Nullable Approval approval,
        @Nullable Integer fewestParts,
        @Nullable Integer mostParts,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Every build. */
    public static final BuildFilter ALL = new BuildFilter("", "", "", null, null, null, null, null, null);
}
