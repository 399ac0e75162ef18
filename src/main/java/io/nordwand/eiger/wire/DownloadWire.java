package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema ReadSignedURLResponse; the link works for 30 seconds. */
public record DownloadWire(@Nullable Link url) {}
