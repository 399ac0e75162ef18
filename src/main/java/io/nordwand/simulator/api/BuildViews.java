package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Build;
import io.nordwand.simulator.world.Part;
import io.nordwand.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds and parts as Eiger writes them. */
final class BuildViews {

    private BuildViews() {}

    /** BuildView. */
    static Map<String, @Nullable Object> build(Build build, World world, Links links) {
        Map<String, @Nullable Object> view = Json.object(
                "id", build.id(),
                "title", build.title(),
                "created_at", Json.time(build.createdAt()),
                "updated_at", Json.time(build.createdAt().plusSeconds(340)),
                "part_count", build.partCount());
        if (build.sliced()) {
            view.put("preview_url", links.preview(build.picture()));
        }
        view.put("device_series", build.series());
        view.put("primary_material", build.primary());
        view.put("secondary_material", build.secondary());
        view.put("ccs_primary_required", build.primaryCubicCentimetres());
        view.put("ccs_secondary_required", build.secondaryCubicCentimetres());
        view.put("ccs_tertiary_required", build.supportCubicCentimetres());
        view.put("ccs_fiber_required", build.fiberCubicCentimetres());
        view.put("estimated_print_seconds", build.seconds());
        view.put("sliced", build.sliced());
        view.put("blacksmith_enabled", build.inspected());
        view.put("approved", world.approved() == null ? null : Boolean.valueOf(world.printable(build)));
        view.put("standard_costs", costs(build));
        view.put(
                "custom_costs",
                Json.object("primary", null, "secondary", null, "tertiary", null, "fiber", null, "total", null));
        return view;
    }

    /** BuildViewExtended. */
    static Map<String, @Nullable Object> extended(Build build, World world, Links links) {
        Map<String, @Nullable Object> view = build(build, world, links);
        view.put(
                "part_versions",
                build.parts().stream().map(part -> version(part, true, links)).toList());
        view.put("poses", poses(build));
        return view;
    }

    /** PartVersionView. */
    static Map<String, @Nullable Object> version(Part part, boolean sliced, Links links) {
        return Json.object(
                "id", part.version(),
                "part_id", part.id(),
                "title", part.title(),
                "description", null,
                "version_number", part.versionNumber(),
                "preview_url", links.preview(part.picture()),
                "sliced", sliced,
                "device_series", part.series(),
                "primary_material", part.primary(),
                "secondary_material", part.secondary(),
                "settings", Json.object("scale", 1, "euler", Json.object("x", 0, "y", 90, "z", 0), "units", "mm"));
    }

    /** PartView. */
    static Map<String, @Nullable Object> part(Part part) {
        return Json.object(
                "id", part.id(),
                "created_at", Json.time(part.createdAt()),
                "updated_at", Json.time(part.createdAt()),
                "cloned_from", null,
                "latest_partversion", part.version(),
                "part_versions", List.of(part.version()));
    }

    /** Declared as integers, yet with decimals (field note 41). */
    private static List<Object> poses(Build build) {
        List<Object> poses = new ArrayList<>();
        for (int i = 0; i < build.partCount() && !build.parts().isEmpty(); i++) {
            int row = i / 8;
            poses.add(Json.object(
                    "id",
                    build.parts().get(i % build.parts().size()).version(),
                    "x",
                    12.25 + 31.5 * (i % 8),
                    "y",
                    10 + 31.5 * row,
                    "theta",
                    i % 2 * 180));
        }
        return poses;
    }

    private static Map<String, @Nullable Object> costs(Build build) {
        Double first = cost(build.primaryCubicCentimetres(), 0.24);
        Double fiber = cost(build.fiberCubicCentimetres(), 1.35);
        Double second = cost(build.secondaryCubicCentimetres(), 0.5);
        Double support = cost(build.supportCubicCentimetres(), 0.4);
        double total = zero(first) + zero(fiber) + zero(second) + zero(support);
        return Json.object(
                "primary",
                first,
                "secondary",
                second,
                "tertiary",
                support,
                "fiber",
                fiber,
                "total",
                first == null ? null : Double.valueOf(Json.rounded(total, 2)));
    }

    private static @Nullable Double cost(@Nullable Double cubicCentimetres, double each) {
        return cubicCentimetres == null ? null : Double.valueOf(Json.rounded(cubicCentimetres * each, 2));
    }

    private static double zero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
