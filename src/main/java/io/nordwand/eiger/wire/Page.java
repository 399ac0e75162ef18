package io.nordwand.eiger.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; {@code items} is null when Eiger left the key out, which is not an empty list. */
public record Page<T>(
        @Nullable Boolean hasMoreItems, @Nullable List<@Nullable T> items) {}
