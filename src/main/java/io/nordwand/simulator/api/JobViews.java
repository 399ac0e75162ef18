package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Job;
import io.nordwand.simulator.world.Person;
import io.nordwand.simulator.world.PrintedPart;
import io.nordwand.simulator.world.World;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Print jobs and printed parts as Eiger writes them. */
final class JobViews {

    private JobViews() {}

    /** PrintJobView in that state. */
    static Map<String, @Nullable Object> job(Job job, String state) {
        return Json.object(
                "id", job.id(),
                "state", state,
                "queued_at", Json.time(job.queuedAt()),
                "created_at", Json.time(job.createdAt()),
                "started_at", Json.time(job.startedAt()),
                "updated_at", Json.time(job.updatedAt()),
                "ended_at", Json.time(job.endedAt()));
    }

    /** PrintJobViewExtended; progress belongs to devices alone (field note 28). */
    static Map<String, @Nullable Object> extended(Job job, World world, Links links) {
        Map<String, @Nullable Object> view = job(job, job.state());
        view.put("printing_state", "Unknown");
        view.put("current_layer", null);
        view.put("layer_count", null);
        view.put("progress", null);
        view.put("estimated_seconds_remaining", null);
        view.put("build", BuildViews.build(job.build(), world, links));
        view.put("device", job.device() == null ? null : DeviceViews.device(world.printer(job.device()), world.now()));
        if (job.source() != null) {
            view.put("source", job.source());
        }
        if (job.initiator() != null) {
            view.put("initiator", person(job.initiator()));
        }
        if (job.requester() != null) {
            view.put("requester", person(job.requester()));
        }
        return view;
    }

    /** PrintedPartViewExtended. */
    static Map<String, @Nullable Object> printedPart(PrintedPart part, World world, Links links) {
        Map<String, @Nullable Object> job = job(part.job(), part.job().state());
        job.put("build", BuildViews.build(part.job().build(), world, links));
        return Json.object(
                "id", part.id(),
                "state", part.state(),
                "notes", part.notes(),
                "printed_at", Json.time(part.printedAt()),
                "updated_at", Json.time(part.updatedAt()),
                "print_job", job);
    }

    private static Map<String, @Nullable Object> person(Person person) {
        return Json.object("id", person.id(), "email", person.email(), "name", person.name());
    }
}
