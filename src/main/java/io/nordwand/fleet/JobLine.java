package io.nordwand.fleet;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.web.Paths;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the job in work.
 *
 * @param title title of its build, the beginning of the build's id when it has none, or null when the build is not known
 * @param preview path of its picture, or null when the build is not known
 * @param phase what the device does for it, as Eiger wrote it, or null
 * @param layer layer in work, or null
 * @param layerCount layers in all, or null
 * @param percent share done, whole, 0 to 100, rounded down; or null
 */
public record JobLine(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String phase,
        @Nullable Integer layer,
        @Nullable Integer layerCount,
        @Nullable Integer percent) {

    static @Nullable JobLine of(@Nullable ActiveJob job) {
        if (job == null) {
            return null;
        }
        Double progress = job.progressPercent();
        Integer percent =
                progress == null || progress.isNaN() ? null : (int) Math.floor(Math.max(0, Math.min(100, progress)));
        String phase = job.phase() == null || job.phase().isBlank() ? null : job.phase();
        return new JobLine(title(job.build()), preview(job.build()), phase, job.layer(), job.layerCount(), percent);
    }

    static @Nullable String title(@Nullable Build build) {
        return build == null ? null : build.displayTitle();
    }

    static @Nullable String preview(@Nullable Build build) {
        return build == null ? null : Paths.preview(build.id());
    }
}
