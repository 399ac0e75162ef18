package io.nordwand.farm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in Eiger's list of jobs. The list is not reliable about what prints at the moment (field note 29), but a job that
 * is in it was taken by Eiger, and one that has ended had begun.
 *
 * @param id print job id
 * @param build what is printed, or null when Eiger did not give it
 * @param state state as Eiger wrote it, or null
 * @param createdAt when Eiger made it, by Eiger's clock, or null
 * @param endedAt when it ended, or null
 */
public record PrintJob(
        JobId id,
        @Nullable BuildId build,
        @Nullable String state,
        @Nullable Instant createdAt,
        @Nullable Instant endedAt) {}
