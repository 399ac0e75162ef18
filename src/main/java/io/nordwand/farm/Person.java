package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * A person as Eiger names them. The id may be missing (field note 25), so a person is never a key.
 *
 * @param name display name, or null when Eiger has none
 * @param email address, or null; shown to operators only, never on walls (field note 61)
 */
public record Person(@Nullable String name, @Nullable String email) {}
