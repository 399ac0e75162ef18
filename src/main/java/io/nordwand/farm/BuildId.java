package io.nordwand.farm;

/**
 * Identifies a build, a printable arrangement of parts.
 *
 * @param value the id as Eiger gave it, never blank
 */
public record BuildId(String value) {
    public BuildId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("BuildId without a value");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
