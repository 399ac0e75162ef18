package io.nordwand.kiosk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a screen shows and how: every setting that an administrator makes for it.
 *
 * @param printers which printers, and in what order
 * @param turns layouts in turn, at least one; a single one stays for ever
 * @param look colours
 * @param locale language of dates and numbers, and of words where screens have them in it, else they are English
 * @param zone time zone of all times on it
 * @param distanceMetres from the screen to the farthest place that it is read from, more than 0
 * @param diagonalInches size of the screen's glass, more than 0
 * @param upright whether the glass stands upright; what counts where the browser can't say how large it is
 * @param partNames whether titles of builds are shown
 * @param people whether names of people are shown
 * @param sound whether a printer that newly needs hands is heard
 * @param night hours in which it is dimmed, or null
 */
record Display(
        Choice printers,
        List<Turn> turns,
        Look look,
        Locale locale,
        ZoneId zone,
        double distanceMetres,
        double diagonalInches,
        boolean upright,
        boolean partNames,
        boolean people,
        boolean sound,
        @Nullable Night night) {

    /** One layout and how long it stays when there are others. */
    record Turn(Layout layout, Duration dwell) {}

    /** What fills the screen. */
    enum Layout {
        /** Who needs hands, then every printer. */
        WALL,
        /** What happens in the next hours. */
        EVENTS,
        /** When queues run dry and what they lack. */
        QUEUES
    }

    /** Colours of a screen. */
    enum Look {
        DARK,
        LIGHT,
        /** Light outside the night hours, or from 7 to 19 h if there are none. */
        BY_DAY
    }

    Display {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("A screen shows at least one layout.");
        }
    }

    /** How a new screen begins: all printers, dark, read from 5 m on a 55-inch glass, nobody's name. */
    static Display first(Locale locale, ZoneId zone) {
        return new Display(
                Choice.ALL,
                List.of(new Turn(Layout.WALL, Duration.ofSeconds(30))),
                Look.DARK,
                locale,
                zone,
                5,
                55,
                false,
                true,
                false,
                false,
                null);
    }
}
