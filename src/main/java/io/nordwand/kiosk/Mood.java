package io.nordwand.kiosk;

import java.time.Instant;
import java.time.LocalTime;

/**
 * How bright a screen is at a moment.
 *
 * @param theme {@code dark} or {@code light}
 * @param percent brightness that is left, in steps of 5
 */
public record Mood(String theme, int percent) {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final int FULL = 100;
    private static final int STEP = 5;

    static Mood of(Display display, Instant now) {
        LocalTime time = now.atZone(display.zone()).toLocalTime();
        Night night = display.night();
        boolean dimmed = night != null && night.covers(time);
        boolean day = night != null ? !dimmed : !time.isBefore(MORNING) && time.isBefore(EVENING);
        boolean light = display.look() == Display.Look.LIGHT || (display.look() == Display.Look.BY_DAY && day);
        return new Mood(light ? "light" : "dark", dimmed && night != null ? steps(night.percent()) : FULL);
    }

    private static int steps(int percent) {
        return Math.max(STEP, Math.min(FULL, Math.round(percent / (float) STEP) * STEP));
    }
}
