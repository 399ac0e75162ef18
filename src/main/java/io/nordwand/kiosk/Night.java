package io.nordwand.kiosk;

import java.time.LocalTime;

/**
 * Hours in which a screen is dimmed, in its own zone; they may reach over midnight.
 *
 * @param from first minute
 * @param to first minute of the day after it
 * @param percent brightness that is left, 5 to 100
 */
record Night(LocalTime from, LocalTime to, int percent) {

    /** Whether that time of day lies in it. */
    boolean covers(LocalTime time) {
        boolean started = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? started && !over : started || !over;
    }
}
