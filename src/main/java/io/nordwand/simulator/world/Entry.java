package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a device's queue.
 *
 * @param state {@code Queued}, or {@code Started} for a while after somebody started it (field note 45)
 */
public record Entry(
        UUID id,
        Build build,
        String state,
        Instant queuedAt,
        Instant updatedAt,
        @Nullable Person requester) {

    static final String QUEUED = "Queued";
    private static final long LINGERS_SECONDS = 120;

    static Entry of(UUID id, Build build, Instant at, @Nullable Person requester) {
        return new Entry(id, build, QUEUED, at, at, requester);
    }

    /** Whether it still waits. */
    public boolean waits() {
        return state.equals(QUEUED);
    }

    boolean lingers(Instant now) {
        return !state.equals("Started") || now.isBefore(updatedAt.plusSeconds(LINGERS_SECONDS));
    }

    Entry started(Instant at) {
        return new Entry(id, build, "Started", queuedAt, at, requester);
    }
}
