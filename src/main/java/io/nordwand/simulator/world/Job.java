package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a build, or the wish for one.
 *
 * @param device where it ran, or null where nobody knows any more (field note 29)
 * @param state a print job's state as Eiger writes it
 * @param source {@code Eiger} or {@code Device}, or null
 * @param request whether it is a job request, which the answers do not tell from a backlog entry (field note 48)
 */
public record Job(
        UUID id,
        Build build,
        @Nullable UUID device,
        String state,
        @Nullable Instant queuedAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String source,
        @Nullable Person initiator,
        @Nullable Person requester,
        boolean request) {

    static Job started(UUID id, Build build, UUID device, Instant at, String source, @Nullable Person initiator) {
        return new Job(id, build, device, "Printing", null, at, at, at, null, source, initiator, null, false);
    }

    static Job wanted(UUID id, Build build, Instant at, boolean request) {
        return new Job(id, build, null, "Backlogged", null, at, null, at, null, null, null, null, request);
    }

    Job fromQueue(Entry entry) {
        return new Job(
                id,
                build,
                device,
                state,
                entry.queuedAt(),
                createdAt,
                startedAt,
                updatedAt,
                endedAt,
                source,
                initiator,
                null,
                false);
    }

    Job ended(String word, Instant at) {
        return new Job(
                id, build, device, word, queuedAt, createdAt, startedAt, at, at, source, initiator, requester, request);
    }

    Job now(String word, Instant at) {
        return new Job(
                id, build, device, word, queuedAt, createdAt, startedAt, at, endedAt, source, initiator, requester,
                request);
    }
}
