package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema PoseView: where a part lies on the bed. */
public record PoseWire(
        @Nullable String id,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double theta) {}
