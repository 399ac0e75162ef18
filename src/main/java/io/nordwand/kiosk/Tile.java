package io.nordwand.kiosk;

import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a wall's tile shows, in the precision in which it is shown: two equal tiles look the same. Public like what it
 * is made of, since templates read it.
 *
 * @param elementId id of its element
 * @param name the printer's name, short enough
 * @param group what a person has to do
 * @param percent share done, for the ring; or null
 * @param main what is read from afar
 * @param doneAt end of the job beside it, or null
 * @param since for a printer that is off: since when, where no note tells it; or null
 * @param notes what is read from near
 * @param warned whether something will become a problem
 * @param size how much it says: {@code large}, {@code medium}, {@code small}, {@code tiny}
 */
public record Tile(
        String elementId,
        String name,
        StateGroup group,
        @Nullable Integer percent,
        String main,
        @Nullable Instant doneAt,
        @Nullable Since since,
        List<Note> notes,
        boolean warned,
        String size) {

    public Tile {
        notes = List.copyOf(notes);
    }

    /**
     * A line of a tile.
     *
     * @param text words, may be blank
     * @param since a state's age behind them, or null
     * @param warning whether it tells what the triangle means
     */
    public record Note(String text, @Nullable Since since, boolean warning) {}

    /** Whether its glyph stands before its name, else before what is read from afar. */
    public boolean led() {
        return !size.equals("small");
    }

    /** Whether it is drawn with a bar: while the machine works on it, and where there is room. */
    public boolean barred() {
        return percent != null && group == StateGroup.PRINTING && !size.equals("small") && !size.equals("tiny");
    }
}
