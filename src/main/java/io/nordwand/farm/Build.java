package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A printable arrangement of parts.
 *
 * @param id build id
 * @param title title, blank when Eiger gave none
 * @param series device series that it is sliced for, as Eiger wrote it; blank when not given
 * @param partCount number of parts, or null when not known
 * @param primaryMaterial main material, or null for none (the word "None", blank and null alike; field note 38)
 * @param secondaryMaterial second material or fiber, or null for none
 * @param needs estimated material
 * @param estimate expected print time, or null when not known
 * @param sliced whether it is sliced, or null when not known
 * @param approved true or false where approvals are on; null when approvals say nothing (field note 42)
 * @param createdAt when it was made, or null
 */
public record Build(
        BuildId id,
        String title,
        String series,
        @Nullable Integer partCount,
        @Nullable String primaryMaterial,
        @Nullable String secondaryMaterial,
        Needs needs,
        @Nullable Duration estimate,
        @Nullable Boolean sliced,
        @Nullable Boolean approved,
        @Nullable Instant createdAt) {

    /** The title, or for a build without one the first 8 characters of its id. */
    public String displayTitle() {
        String raw = id.value();
        return title.isBlank() ? raw.substring(0, Math.min(8, raw.length())) : title;
    }

    /** Whether the build is sliced for that series; true as well where either side does not say. */
    public boolean fits(String printerSeries) {
        return series.isBlank() || printerSeries.isBlank() || series.strip().equalsIgnoreCase(printerSeries.strip());
    }
}
