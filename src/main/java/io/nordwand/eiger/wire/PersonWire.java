package io.nordwand.eiger.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schemas UserView and GetUserResponse; only the latter has dates (field note 25). */
public record PersonWire(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    @Override
    public String toString() {
        return "PersonWire[" + id + "]";
    }
}
