package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Dice;
import io.nordwand.simulator.world.Part;
import io.nordwand.simulator.world.Refusal;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.Upload;
import io.nordwand.simulator.world.World;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Parts, their versions, upload and slicing; a missing thing is a 500 here (field note 12). */
final class PartOperations {

    private static final List<String> PRESETS =
            List.of("Solid fill 0.1 mm", "Triangular fill 37 %", "Fiber: 4 rings", "Jigs and fixtures");

    private final Timeline timeline;

    PartOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(
                Route.get("getOrgSettingsPresets", "/parts/settings_presets", this::presets)
                        .missing(500),
                Route.post("uploadStl", "/parts/upload_stl", this::upload).missing(500),
                Route.get("getSliceStatus", "/parts/slice_status/{slice_job_id}", this::status)
                        .missing(500),
                Route.get("readPart", "/parts/{part_id}", this::part).missing(500),
                Route.get("readPartVersion", "/part_versions/{part_version_id}", this::version)
                        .missing(500),
                Route.get("readSignedURL", "/part_versions/{part_version_id}/download", this::download)
                        .missing(500));
    }

    private Answer presets(Call call) {
        long seed = timeline.world().seed();
        return Answer.json(
                200,
                PRESETS.stream()
                        .map(title -> Json.object("title", title, "id", Dice.id(seed, "preset", title)))
                        .toList());
    }

    private Answer upload(Call call) {
        Body body = call.body();
        byte[] file = body.file();
        if (!body.readable() || file == null) {
            throw Refusal.unfit("Missing file: stlFile");
        }
        long triangles = Stl.triangles(file);
        if (triangles < 0) {
            throw Refusal.unfit("stlFile is not an STL file");
        }
        for (String name : List.of("folderId", "settingsPresetId", "userId")) {
            if (body.first(name) != null) {
                body.id(name);
            }
        }
        String title = body.first("title");
        Upload upload = timeline.change(
                world -> world.upload(title == null || title.isBlank() ? "Untitled part" : title, file, triangles));
        return Answer.json(
                201,
                Json.object(
                        "slice_job_id", upload.sliceJob(),
                        "part_version_id", upload.part().version()));
    }

    private Answer status(Call call) {
        World world = timeline.world();
        UUID id = call.id("slice_job_id");
        Upload upload = world.uploads().stream()
                .filter(one -> one.sliceJob().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("Slice job"));
        return Answer.json(200, Json.object("status", upload.status(world.now())));
    }

    private Answer part(Call call) {
        UUID id = call.id("part_id");
        return Answer.json(
                200, BuildViews.part(find(timeline.world(), part -> part.id().equals(id))));
    }

    private Answer version(Call call) {
        World world = timeline.world();
        UUID id = call.id("part_version_id");
        Part part = find(world, one -> one.version().equals(id));
        boolean sliced = world.uploads().stream()
                .filter(upload -> upload.part().equals(part))
                .allMatch(upload -> upload.status(world.now()).equals("COMPLETED"));
        return Answer.json(200, BuildViews.version(part, sliced, call.links()));
    }

    private Answer download(Call call) {
        UUID id = call.id("part_version_id");
        find(timeline.world(), part -> part.version().equals(id));
        return Answer.json(200, Json.object("url", call.links().stl(id)));
    }

    private static Part find(World world, Predicate<Part> wanted) {
        return world.part(wanted).orElseThrow(() -> Refusal.missing("Part"));
    }
}
