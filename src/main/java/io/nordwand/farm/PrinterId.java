package io.nordwand.farm;

/**
 * Identifies a printer (Eiger: device id).
 *
 * @param value the id as Eiger gave it, never blank
 */
public record PrinterId(String value) {
    public PrinterId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("PrinterId without a value");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
