package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.UUID;

/** A part in its only version; builds place it, uploads make it. */
public record Part(
        UUID id,
        UUID version,
        String title,
        int versionNumber,
        String picture,
        String series,
        String primary,
        String secondary,
        Instant createdAt) {}
