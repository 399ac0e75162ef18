package io.nordwand.farm;

/**
 * Identifies a print job, one run of a build.
 *
 * @param value the id as Eiger gave it, never blank
 */
public record JobId(String value) {
    public JobId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("JobId without a value");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
