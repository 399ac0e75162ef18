package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a printer works on, from the device itself, which is the only truthful source of progress (field note 28).
 *
 * @param id print job id
 * @param build the build in work, or null when Eiger did not give it
 * @param state job state as Eiger wrote it, or null
 * @param phase what the device does for the job at the moment (Eiger: printing_state), or null
 * @param layer layer in work, counted from 1, or null
 * @param layerCount layers in all, or null
 * @param progressPercent share done, 0 to 100, or null
 * @param remaining estimated time left at the moment of the reading, or null
 * @param startedAt when it started, or null
 */
public record ActiveJob(
        JobId id,
        @Nullable Build build,
        @Nullable String state,
        @Nullable String phase,
        @Nullable Integer layer,
        @Nullable Integer layerCount,
        @Nullable Double progressPercent,
        @Nullable Duration remaining,
        @Nullable Instant startedAt) {}
