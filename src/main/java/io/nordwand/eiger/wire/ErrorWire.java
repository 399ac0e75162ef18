package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema Error. */
public record ErrorWire(@Nullable String message) {}
