package io.nordwand.farm.record;

import org.jspecify.annotations.Nullable;

/**
 * What a build's material costs, in a currency that Eiger does not name (schema MaterialCosts). Null means not known,
 * never zero.
 *
 * @param primary main material
 * @param secondary second material
 * @param support support material (Eiger: tertiary)
 * @param fiber fiber
 * @param total all of it
 */
public record Costs(
        @Nullable Double primary,
        @Nullable Double secondary,
        @Nullable Double support,
        @Nullable Double fiber,
        @Nullable Double total) {

    /** Nothing is known. */
    public static final Costs UNKNOWN = new Costs(null, null, null, null, null);
}
