package io.nordwand.farm;

/**
 * Identifies one waiting entry of a printer's queue (Eiger: queue id, not the build id; field note 44).
 *
 * @param value the id as Eiger gave it, never blank
 */
public record EntryId(String value) {
    public EntryId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("EntryId without a value");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
