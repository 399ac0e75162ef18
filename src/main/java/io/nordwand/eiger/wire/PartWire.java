package io.nordwand.eiger.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schema PartView; {@code partVersions} are ids. */
public record PartWire(
        @Nullable String id,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String clonedFrom,
        @Nullable String latestPartversion,
        @Nullable List<@Nullable String> partVersions) {}
