package io.nordwand.eiger.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schema PrintJobViewExtended; as {@code active_job} it has no device, source or people (field note 27). */
public record JobWire(
        @Nullable String id,
        @Nullable String state,
        @Nullable Instant queuedAt,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String printingState,
        @Nullable Double currentLayer,
        @Nullable Double layerCount,
        @Nullable Double progress,
        @Nullable Double estimatedSecondsRemaining,
        @Nullable BuildWire build,
        @Nullable DeviceWire device,
        @Nullable String source,
        @Nullable PersonWire initiator,
        @Nullable PersonWire requester) {}
