package io.nordwand.farm.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build with its content, which lists do not hold (schema BuildViewExtended).
 *
 * @param record what lists hold of it
 * @param parts the versions of parts that it is made of, or null when Eiger did not give them
 * @param poses where parts lie on the bed, or null when Eiger did not give them
 */
public record BuildDetail(
        BuildRecord record,
        @Nullable List<PartVersion> parts,
        @Nullable List<Pose> poses) {
    public BuildDetail {
        parts = parts == null ? null : List.copyOf(parts);
        poses = poses == null ? null : List.copyOf(poses);
    }

    /**
     * A version of a part (schema PartVersionView).
     *
     * @param id version id, or null
     * @param title title, blank when not given
     * @param description description, blank when not given
     * @param number which version it is, or null
     * @param sliced whether it is sliced, or null when not known
     * @param series device series as Eiger wrote it, blank when not given
     * @param primaryMaterial main material, or null for none
     * @param secondaryMaterial second material or fiber, or null for none
     * @param settings how it was scaled and turned, or null when not given
     */
    public record PartVersion(
            @Nullable String id,
            String title,
            String description,
            @Nullable Double number,
            @Nullable Boolean sliced,
            String series,
            @Nullable String primaryMaterial,
            @Nullable String secondaryMaterial,
            @Nullable Settings settings) {}

    /**
     * How a part was scaled and turned. Eiger does not name the unit of the angles.
     *
     * @param scale factor, or null
     * @param x angle about x, or null
     * @param y angle about y, or null
     * @param z angle about z, or null
     * @param units unit of the drawing as Eiger wrote it, blank when not given
     */
    public record Settings(
            @Nullable Double scale,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double z,
            String units) {}

    /**
     * Where a part lies on the bed (schema PoseView). Eiger names neither the units nor the corner that it counts from.
     *
     * @param id id as it came, or null; a version's where it is the id of one
     * @param x place, or null when not given
     * @param y place, or null when not given
     * @param theta how it is turned, or null when not given
     */
    public record Pose(
            @Nullable String id,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double theta) {}
}
