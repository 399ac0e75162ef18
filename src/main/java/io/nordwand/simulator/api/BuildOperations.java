package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Build;
import io.nordwand.simulator.world.Job;
import io.nordwand.simulator.world.Refusal;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds, their approval, the backlog and job requests. */
final class BuildOperations {

    private static final Map<String, Comparator<Build>> ORDERS = Map.of(
            "created_at", Query.byTime(Build::createdAt),
            "title", Comparator.comparing(Build::title, String.CASE_INSENSITIVE_ORDER));

    private final Timeline timeline;

    BuildOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(
                Route.get("listApprovedBuilds", "/builds/approved", this::approved),
                Route.put("approveBuilds", "/builds/approved", this::approve),
                Route.delete("disableApprovedBuilds", "/builds/approved", this::disable),
                Route.get("listBuilds", "/builds", this::list),
                Route.get("readBuild", "/builds/{build_id}", this::read),
                Route.post("sendBuildToBacklog", "/backlog/{build_id}", call -> wish(call, false))
                        .missing(400),
                Route.post("sendBuildToJobRequestQueue", "/job-requests/{build_id}", call -> wish(call, true))
                        .missing(400),
                Route.delete("removeBuildFromJobRequestQueue", "/job-requests/{build_id}", this::withdraw)
                        .missing(500)
                        .invalid(500));
    }

    private Answer list(Call call) {
        World world = timeline.world();
        Query query = call.query();
        return query.page(
                world.catalogue().builds().stream()
                        .filter(query.times("created_at", Build::createdAt))
                        .filter(query.times(
                                "updated_at", build -> build.createdAt().plusSeconds(340)))
                        .filter(query.words("title", Build::title))
                        .filter(query.numbers("part_count", Build::partCount))
                        .filter(query.words("sliced", Build::sliced))
                        .filter(query.words("blacksmith_enabled", Build::inspected))
                        .filter(query.words(
                                "approved", build -> world.approved() == null ? null : world.printable(build))),
                ORDERS,
                "created_at",
                "asc",
                build -> BuildViews.build(build, world, call.links()));
    }

    private Answer read(Call call) {
        World world = timeline.world();
        return Answer.json(200, BuildViews.extended(world.build(call.id("build_id")), world, call.links()));
    }

    private Answer approved(Call call) {
        World world = timeline.world();
        if (world.approved() == null) {
            return Answer.none(204);
        }
        return call.query()
                .page(
                        world.catalogue().builds().stream().filter(world::printable),
                        build -> BuildViews.build(build, world, call.links()));
    }

    private Answer approve(Call call) {
        Set<UUID> builds = new LinkedHashSet<>();
        for (String id : call.body().allowing("builds").fields().getOrDefault("builds", List.of())) {
            builds.add(Call.uuid(id, () -> new Call.Invalid("Build not found: " + id)));
        }
        if (!call.body().fields().containsKey("builds")) {
            throw Refusal.unfit("Missing field: builds");
        }
        timeline.become(world -> world.approve(Set.copyOf(builds)));
        return Answer.none(204);
    }

    private Answer disable(Call call) {
        timeline.become(world -> world.approve(null));
        return Answer.none(204);
    }

    private Answer wish(Call call, boolean request) {
        call.body().allowing("dueDate").checkDate("dueDate");
        UUID build = call.id("build_id");
        Job job = timeline.change(world -> world.wish(build, request));
        return Answer.json(201, JobViews.job(job, job.state()));
    }

    private Answer withdraw(Call call) {
        UUID build = call.id("build_id");
        timeline.become(world -> world.withdraw(build));
        return Answer.none(204);
    }
}
