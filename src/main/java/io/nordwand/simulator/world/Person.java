package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of the organization; the name may be missing, as it is in reality. */
public record Person(UUID id, @Nullable String name, String email, Instant createdAt) {}
