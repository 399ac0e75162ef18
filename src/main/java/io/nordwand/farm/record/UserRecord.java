package io.nordwand.farm.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with dates (schema GetUserResponse), which the list of users does not give (field note 25).
 *
 * @param person who
 * @param createdAt since when they are a user, or null when not known
 * @param updatedAt when their account at Eiger last changed, or null
 */
public record UserRecord(
        PersonRecord person,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
