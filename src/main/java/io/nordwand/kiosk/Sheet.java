package io.nordwand.kiosk;

import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list on a screen. Public like what it is made of, since templates read it.
 *
 * @param title what it lists
 * @param group state group that the title's glyph is of, or null for none
 * @param rows as many as fit
 * @param more how many more there are, in words; blank for none
 * @param empty what is said in place of rows
 */
public record Sheet(String title, @Nullable StateGroup group, List<Row> rows, String more, String empty) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * One row, its texts short enough.
     *
     * @param name printer
     * @param at when, or null
     * @param since a state's age in place of it, or null
     * @param instead words in place of both, or blank
     * @param text what, may be blank
     * @param mark icon before the note, or blank
     * @param note what is to be minded, or blank
     */
    public record Row(
            String name,
            @Nullable Instant at,
            @Nullable Since since,
            String instead,
            String text,
            String mark,
            String note) {}
}
