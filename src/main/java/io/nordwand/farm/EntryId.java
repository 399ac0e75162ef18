package io.nordwand.farm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one waiting entry of a printer's queue (Eiger: queue id, not the build id; field note 44).
 *
 * @param value the id as Eiger gave it, never blank; it stands for the same in other letter case
 */
public record EntryId(String value) {
    public EntryId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("EntryId without a value");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryId that && that.value.equalsIgnoreCase(value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
