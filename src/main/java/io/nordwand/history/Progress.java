package io.nordwand.history;

import io.nordwand.farm.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy of a list is, which every page says that shows it.
 *
 * @param whole whether everything was read once; until then the copy lacks the newest
 * @param records how many records are kept
 * @param readAt when changes were last read to their end, or null when they never were
 * @param late whether that is longer ago than it should be
 * @param trouble why Eiger could not be read the last time, or null when it could
 */
public record Progress(
        boolean whole,
        long records,
        @Nullable Instant readAt,
        boolean late,
        @Nullable Trouble trouble) {

    /** Nothing has been read yet. */
    public static final Progress NONE = new Progress(false, 0, null, false, null);
}
