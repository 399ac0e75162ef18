package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema UploadStlResponse. */
public record UploadWire(
        @Nullable String sliceJobId, @Nullable String partVersionId) {}
