package io.nordwand.eiger.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schema BuildViewExtended; lists come without part versions and poses. */
public record BuildWire(
        @Nullable String id,
        @Nullable String title,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Double partCount,
        @Nullable Link previewUrl,
        @Nullable String deviceSeries,
        @Nullable String primaryMaterial,
        @Nullable String secondaryMaterial,
        @Nullable Double ccsPrimaryRequired,
        @Nullable Double ccsSecondaryRequired,
        @Nullable Double ccsTertiaryRequired,
        @Nullable Double ccsFiberRequired,
        @Nullable Double estimatedPrintSeconds,
        @Nullable Boolean sliced,
        @Nullable Boolean blacksmithEnabled,
        @Nullable Boolean approved,
        @Nullable CostsWire standardCosts,
        @Nullable CostsWire customCosts,
        @Nullable List<@Nullable PartVersionWire> partVersions,
        @Nullable List<@Nullable PoseWire> poses) {}
