package io.nordwand.farm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a build, a printable arrangement of parts.
 *
 * @param value the id as Eiger gave it, never blank; it stands for the same in other letter case
 */
public record BuildId(String value) {
    public BuildId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("BuildId without a value");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BuildId that && that.value.equalsIgnoreCase(value);
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
