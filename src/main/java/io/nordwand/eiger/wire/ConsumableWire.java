package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema DeviceConsumableView; {@code usageRemaining} is percent of its life. */
public record ConsumableWire(
        @Nullable String consumableTitle,
        @Nullable String status,
        @Nullable Double usageRemaining) {}
