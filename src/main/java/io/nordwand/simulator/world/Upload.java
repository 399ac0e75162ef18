package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An uploaded part on its way through slicing.
 *
 * @param triangles how many triangles the file holds; none can't be sliced
 * @param stl the file itself; not copied, do not change
 */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(Part part, UUID sliceJob, Instant at, long triangles, byte[] stl) {

    /** The word of getSliceStatus at that time. */
    public String status(Instant now) {
        long seconds = Duration.between(at, now).toSeconds();
        if (seconds < 2) {
            return "REQUESTED";
        }
        if (seconds < 6) {
            return "QUEUED";
        }
        if (seconds < 24) {
            return "IN_PROGRESS";
        }
        return triangles == 0 ? "ERROR" : "COMPLETED";
    }
}
