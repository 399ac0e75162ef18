package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Job;
import io.nordwand.simulator.world.PrintedPart;
import io.nordwand.simulator.world.Refusal;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Print jobs, printed parts and their scan reports. */
final class JobOperations {

    private static final List<String> JOB_STATES =
            List.of("Completed", "Canceled", "Failed", "Paused", "Printing", "Backlogged", "Unknown");
    private static final List<String> PART_STATES = List.of(
            "Unknown",
            "Printing",
            "Print Failed",
            "Printed",
            "Washing",
            "Washed",
            "Drying",
            "Dried",
            "Sintering",
            "Sintered",
            "Sinter Failed",
            "Wash Aborted",
            "Discarded");
    private static final Map<String, Comparator<Job>> JOB_ORDERS = Map.of(
            "created_at", Query.byTime(Job::createdAt),
            "started_at", Query.byTime(Job::startedAt),
            "updated_at", Query.byTime(Job::updatedAt),
            "ended_at", Query.byTime(Job::endedAt));
    private static final Map<String, Comparator<PrintedPart>> PART_ORDERS = Map.of(
            "printed_at", Query.byTime(PrintedPart::printedAt),
            "updated_at", Query.byTime(PrintedPart::updatedAt));

    private final Timeline timeline;

    JobOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(
                Route.get("listPrintJobs", "/print_jobs", this::jobs),
                Route.get("readPrintJob", "/print_jobs/{print_job_id}", this::job),
                Route.get("getPrintJobPartScanReport", "/print_jobs/{print_job_id}/scan_report", this::reports),
                Route.get("listPrintedParts", "/printed_parts", this::parts),
                Route.get("readPrintedPart", "/printed_parts/{printed_part_id}", this::part),
                Route.get("getPrintedPartScanReport", "/printed_parts/{printed_part_id}/scan_report", this::report));
    }

    private Answer jobs(Call call) {
        World world = timeline.world();
        Query query = call.query();
        return query.page(
                world.jobs()
                        .filter(query.words("state", Job::state, JOB_STATES))
                        .filter(query.times("created_at", Job::createdAt))
                        .filter(query.times("started_at", Job::startedAt))
                        .filter(query.times("ended_at", Job::endedAt))
                        .filter(query.times("updated_at", Job::updatedAt))
                        .filter(query.words("build", job -> job.build().id()))
                        .filter(query.words("device", Job::device)),
                JOB_ORDERS,
                "created_at",
                "desc",
                job -> JobViews.extended(job, world, call.links()));
    }

    private Answer job(Call call) {
        World world = timeline.world();
        return Answer.json(200, JobViews.extended(find(world, call), world, call.links()));
    }

    /** Lists the reports of a job and orders none (field note 55). */
    private Answer reports(Call call) {
        World world = timeline.world();
        List<Object> rows = new ArrayList<>();
        for (PrintedPart part : world.printedParts(find(world, call))) {
            String link = world.reported(part.id()) ? call.links().report(part.id()) : null;
            rows.add(Json.object("printed_part_id", part.id(), "scan_report_url", link));
        }
        return Answer.json(200, rows);
    }

    private Answer parts(Call call) {
        World world = timeline.world();
        Query query = call.query();
        return query.page(
                world.printedParts()
                        .filter(query.words("state", PrintedPart::state, PART_STATES))
                        .filter(query.words("notes", PrintedPart::notes)),
                PART_ORDERS,
                "printed_at",
                "desc",
                part -> JobViews.printedPart(part, world, call.links()));
    }

    private Answer part(Call call) {
        World world = timeline.world();
        return Answer.json(
                200, JobViews.printedPart(world.printedPart(call.id("printed_part_id")), world, call.links()));
    }

    /** Gives the report's link, and orders the report where there is none. */
    private Answer report(Call call) {
        UUID id = call.id("printed_part_id");
        World world = timeline.world();
        if (!world.printedPart(id).job().build().inspected()) {
            throw Refusal.unfit("Inspection is not enabled for this build");
        }
        timeline.become(now -> now.order(id));
        String link = world.reported(id) ? call.links().report(id) : null;
        return Answer.json(200, Json.object("scan_report_url", link));
    }

    private static Job find(World world, Call call) {
        UUID id = call.id("print_job_id");
        return world.jobs()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("Print job"));
    }
}
