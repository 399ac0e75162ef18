package io.nordwand.eiger.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schema QueuedPrintJobViewExtended; {@code id} is the queue id. */
public record EntryWire(
        @Nullable String id,
        @Nullable String state,
        @Nullable Instant queuedAt,
        @Nullable Instant updatedAt,
        @Nullable BuildWire build,
        @Nullable PersonWire requester) {}
