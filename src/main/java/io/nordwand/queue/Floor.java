package io.nordwand.queue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All queues of the farm, made once per change of the farm and shared by all viewers. Compared by identity: another one
 * means that something visible changed.
 */
final class Floor {

    private final long revision;
    private final boolean read;
    private final @Nullable String trouble;
    private final @Nullable Instant asOf;
    private final List<Lane> lanes;

    /**
     * @param revision revision of the farm that it was first made from
     * @param read whether the farm was ever read
     * @param trouble why it could not be read yet, or null
     * @param asOf when it was read, in steps of five minutes, or null
     * @param lanes all printers in the farm's order
     */
    Floor(long revision, boolean read, @Nullable String trouble, @Nullable Instant asOf, List<Lane> lanes) {
        this.revision = revision;
        this.read = read;
        this.trouble = trouble;
        this.asOf = asOf;
        this.lanes = List.copyOf(lanes);
    }

    long revision() {
        return revision;
    }

    boolean read() {
        return read;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }

    List<Lane> lanes() {
        return lanes;
    }

    boolean looksLike(Floor other) {
        return read == other.read
                && Objects.equals(trouble, other.trouble)
                && Objects.equals(asOf, other.asOf)
                && lanes.equals(other.lanes);
    }
}
