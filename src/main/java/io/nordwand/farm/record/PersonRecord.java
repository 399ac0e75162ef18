package io.nordwand.farm.record;

import org.jspecify.annotations.Nullable;

/**
 * A person as a job names them (schema UserView). Any of it may be missing, the id too (field note 25).
 *
 * @param id user id as it came, or null
 * @param name display name, or null
 * @param email address, or null; shown to operators only (field note 61)
 */
public record PersonRecord(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email) {

    @Override
    public String toString() {
        return "PersonRecord[" + id + "]";
    }
}
