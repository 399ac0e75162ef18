package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** Schema PartVersionView. */
public record PartVersionWire(
        @Nullable String id,
        @Nullable String partId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Double versionNumber,
        @Nullable Link previewUrl,
        @Nullable Boolean sliced,
        @Nullable String deviceSeries,
        @Nullable String primaryMaterial,
        @Nullable String secondaryMaterial,
        @Nullable SettingsWire settings) {

    /** How the part was turned and scaled. */
    public record SettingsWire(
            @Nullable Double scale,
            @Nullable EulerWire euler,
            @Nullable String units) {}

    /** Angles of the part. */
    public record EulerWire(
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double z) {}
}
