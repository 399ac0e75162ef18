package io.nordwand.farm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a print job, one run of a build.
 *
 * @param value the id as Eiger gave it, never blank; it stands for the same in other letter case
 */
public record JobId(String value) {
    public JobId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("JobId without a value");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JobId that && that.value.equalsIgnoreCase(value);
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
