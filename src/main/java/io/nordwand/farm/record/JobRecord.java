package io.nordwand.farm.record;

import io.nordwand.farm.JobId;
import io.nordwand.farm.PrinterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A print job as Eiger's list of jobs holds it (schema PrintJobViewExtended), without live progress, which only devices
 * have (field note 28).
 *
 * @param id print job id
 * @param build what it prints, or null when Eiger did not say
 * @param printer where, or null: often nobody knows any more (field note 29)
 * @param printerName name of the printer as the job holds it, blank when not given
 * @param state state as Eiger wrote it, blank when not given
 * @param source where it was started from as Eiger wrote it, blank when not given
 * @param initiator who started it, or null
 * @param requester who asked for it, or null
 * @param queuedAt when it was put in a queue, or null
 * @param createdAt when it was made, or null
 * @param startedAt when it started, or null
 * @param updatedAt when it last changed by Eiger's clock, or null
 * @param endedAt when it ended, or null
 */
public record JobRecord(
        JobId id,
        @Nullable BuildRecord build,
        @Nullable PrinterId printer,
        String printerName,
        String state,
        String source,
        @Nullable PersonRecord initiator,
        @Nullable PersonRecord requester,
        @Nullable Instant queuedAt,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant endedAt) {}
