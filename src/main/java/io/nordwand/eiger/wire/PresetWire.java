package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** An item of OrgSettingsPresetsResponse. */
public record PresetWire(@Nullable String title, @Nullable String id) {}
