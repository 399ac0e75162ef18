package io.nordwand.eiger.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schema ListDeviceQueueResponse. */
public record QueueWire(
        @Nullable DeviceWire device, @Nullable List<@Nullable EntryWire> queue) {}
