package io.nordwand.eiger.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word whose key was there. A null {@code Word} means that the key was missing, which says nothing (field note 26); a
 * word without text means that Eiger named nothing.
 *
 * @param text the word as it came, or null
 */
public record Word(@Nullable String text) {

    /** The material it names, or null for none: null, blank and the word "None" alike (field note 38). */
    public static @Nullable String material(@Nullable String text) {
        return text == null
                        || text.isBlank()
                        || text.strip().toLowerCase(Locale.ROOT).equals("none")
                ? null
                : text.strip();
    }
}
