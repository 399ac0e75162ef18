package io.nordwand.eiger.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schema DeviceViewExtended. Amounts are cm³, times seconds. */
public record DeviceWire(
        @Nullable String id,
        @Nullable String name,
        @Nullable String deviceType,
        @Nullable String deviceSeries,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Double queueEstimatedTimeSeconds,
        @Nullable Double queueLength,
        @Nullable Word loadedPrimaryMaterial,
        @Nullable Word loadedSecondaryMaterial,
        @Nullable Double ccsPrimaryRemaining,
        @Nullable Double ccsSecondaryRemaining,
        @Nullable String state,
        @Nullable JobWire activeJob,
        @Nullable List<@Nullable ConsumableWire> maintenanceStatus) {}
