package io.nordwand.kiosk;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows already when it connects. After a restart it may know more of the farm than the server does, and is then
 * left alone until the server has read it.
 *
 * @param mark mark of its board, or what is no board's
 * @param asOf when what it shows was read, or null when it shows no printers
 */
record Known(long mark, @Nullable Instant asOf) {

    private static final long NO_BOARD = -1;

    /** From an address; what is no time says nothing. */
    static Known of(long mark, @Nullable String asOf) {
        try {
            return new Known(mark, asOf == null || asOf.isBlank() ? null : Instant.parse(asOf));
        } catch (DateTimeException unreadable) {
            return new Known(mark, null);
        }
    }

    /** The same page, once its board was replaced by another one. */
    Known afterwards() {
        return new Known(NO_BOARD, asOf);
    }
}
