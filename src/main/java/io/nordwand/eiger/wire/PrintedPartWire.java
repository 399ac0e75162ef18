package io.nordwand.eiger.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schema PrintedPartViewExtended. */
public record PrintedPartWire(
        @Nullable String id,
        @Nullable String state,
        @Nullable String notes,
        @Nullable Instant printedAt,
        @Nullable Instant updatedAt,
        @Nullable JobWire printJob) {}
