package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema SliceStatusResponse: one bare word (field note 57). */
public record SliceStatusWire(@Nullable String status) {}
