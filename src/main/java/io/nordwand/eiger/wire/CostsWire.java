package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema MaterialCosts; the currency is not documented. */
public record CostsWire(
        @Nullable Double primary,
        @Nullable Double secondary,
        @Nullable Double tertiary,
        @Nullable Double fiber,
        @Nullable Double total) {}
