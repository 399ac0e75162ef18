package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole organization at an instant.
 *
 * @param places where in {@code printers} a device is
 * @param past jobs that ended before the simulation began
 * @param wishes the backlog and the job requests
 * @param approved the approved builds, or null while approvals are off
 * @param reports when the scan report of a printed part was ordered
 * @param uploads uploaded parts, oldest first
 * @param writes number of writes so far; the ids of what they make come from it
 * @param peopleAtWork whether people clear beds, mend and start jobs by themselves
 */
public record World(
        long seed,
        Instant now,
        Catalogue catalogue,
        List<Printer> printers,
        Map<UUID, Integer> places,
        List<Job> past,
        List<Job> wishes,
        @Nullable Set<UUID> approved,
        Map<UUID, Instant> reports,
        List<Upload> uploads,
        int writes,
        boolean peopleAtWork) {

    private static final Duration REPORT_TAKES = Duration.ofSeconds(45);
    private static final int UPLOADS_KEPT = 50;

    /** The organization as it begins. */
    public static World begin(long seed, int printers, Instant start) {
        Catalogue catalogue = Catalogue.of(seed, start);
        List<Printer> shop = new Shop(seed, start, catalogue).printers(printers);
        Map<UUID, Integer> places = new HashMap<>();
        for (Printer printer : shop) {
            places.put(printer.machine().id(), printer.machine().number());
        }
        return new World(
                seed,
                start,
                catalogue,
                shop,
                Map.copyOf(places),
                History.jobs(seed, start, catalogue, shop),
                History.wishes(seed, start, catalogue),
                null,
                Map.of(),
                List.of(),
                0,
                true);
    }

    /** The world at that time; a time that has passed changes nothing. */
    public World at(Instant later) {
        if (!later.isAfter(now)) {
            return this;
        }
        Course course = new Course(catalogue);
        return with(
                later,
                printers.stream().map(p -> p.at(later, course, peopleAtWork)).toList());
    }

    /** A device by its id. */
    public Printer printer(UUID id) {
        Integer place = places.get(id);
        if (place == null) {
            throw Refusal.missing("Device");
        }
        return printers.get(place);
    }

    /** A build by its id. */
    public Build build(UUID id) {
        Build build = catalogue.byId().get(id);
        if (build == null) {
            throw Refusal.missing("Build");
        }
        return build;
    }

    /** A queue entry of that device. */
    public Entry entry(UUID device, UUID id) {
        return printer(device).listed(now).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("Queued job"));
    }

    /** All jobs, in no order. */
    public Stream<Job> jobs() {
        return Stream.of(past.stream(), wishes.stream(), printers.stream().flatMap(this::jobs))
                .flatMap(jobs -> jobs);
    }

    /** All printed parts, in no order. */
    public Stream<PrintedPart> printedParts() {
        return jobs().flatMap(job -> PrintedPart.of(job, now));
    }

    /** A printed part by its id. */
    public PrintedPart printedPart(UUID id) {
        return jobs().filter(job -> PrintedPart.of(job, id))
                .flatMap(job -> PrintedPart.of(job, now))
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("Printed part"));
    }

    /** The parts of a job. */
    public List<PrintedPart> printedParts(Job job) {
        return PrintedPart.of(job, now).toList();
    }

    /** Whether a report of the part has been ordered and is made by now. */
    public boolean reported(UUID printedPart) {
        Instant ordered = reports.get(printedPart);
        return ordered != null && !now.isBefore(ordered.plus(REPORT_TAKES));
    }

    /** A part among those of builds and those that were uploaded. */
    public Optional<Part> part(Predicate<Part> wanted) {
        return Stream.concat(
                        catalogue.builds().stream().flatMap(build -> build.parts().stream()),
                        uploads.stream().map(Upload::part))
                .filter(wanted)
                .findFirst();
    }

    /** Whether the build counts as printable. */
    public boolean printable(Build build) {
        return approved == null || approved.contains(build.id());
    }

    /** Appends a build to a queue. */
    public Outcome<Entry> append(UUID device, UUID build) {
        Printer printer = printer(device);
        Build wanted = fitting(printer, build);
        Entry entry = Entry.of(Dice.id(seed, "entry", writes), wanted, now, null);
        List<Entry> queue = new ArrayList<>(printer.queue());
        queue.add(entry);
        return new Outcome<>(with(printer.with(queue)).written(), entry);
    }

    /** Takes an entry out of a queue. */
    public Outcome<Entry> remove(UUID device, UUID id) {
        Entry gone = entry(device, id);
        if (!gone.waits()) {
            throw Refusal.missing("Queued job");
        }
        Printer printer = printer(device);
        List<Entry> queue =
                printer.queue().stream().filter(entry -> !entry.id().equals(id)).toList();
        return new Outcome<>(with(printer.with(queue)).written(), gone);
    }

    /** Hands a build to a printer, which takes it some seconds later, or not. */
    public Outcome<Job> print(UUID device, UUID build) {
        Printer printer = printer(device);
        Build wanted = fitting(printer, build);
        if (!printer.free(now)) {
            String why =
                    printer.reported(now).equals(Printer.READY) ? "a job is on its way to it" : printer.reported(now);
            throw new Refusal(Refusal.Kind.BUSY, "Device is not ready to print: " + why);
        }
        Job job = Job.started(Dice.id(seed, "job", writes), wanted, device, now, "Eiger", null);
        return new Outcome<>(with(Course.sent(printer, job, now)).written(), job);
    }

    /** Puts a build on the backlog, or asks for it. */
    public Outcome<Job> wish(UUID build, boolean request) {
        Job job = Job.wanted(Dice.id(seed, "wish", "api", writes), build(build), now, request);
        List<Job> more = new ArrayList<>(wishes);
        more.add(job);
        return new Outcome<>(with(more).written(), job);
    }

    /** Withdraws every request for that build. */
    public World withdraw(UUID build) {
        Build wanted = build(build);
        return with(wishes.stream()
                        .filter(job -> !job.request() || !job.build().equals(wanted))
                        .toList())
                .written();
    }

    /** Replaces the approved builds; null turns approvals off. */
    public World approve(@Nullable Set<UUID> builds) {
        if (builds != null) {
            builds.forEach(this::build);
        }
        return new World(
                seed,
                now,
                catalogue,
                printers,
                places,
                past,
                wishes,
                builds,
                reports,
                uploads,
                writes + 1,
                peopleAtWork);
    }

    /** Orders the scan report of a printed part, once. */
    public World order(UUID printedPart) {
        Map<UUID, Instant> orders = new HashMap<>(reports);
        orders.putIfAbsent(printedPart, now);
        return new World(
                seed,
                now,
                catalogue,
                printers,
                places,
                past,
                wishes,
                approved,
                Map.copyOf(orders),
                uploads,
                writes,
                peopleAtWork);
    }

    /** Takes an uploaded file in; the oldest uploads are forgotten. */
    public Outcome<Upload> upload(String title, byte[] stl, long triangles) {
        Part part = new Part(
                Dice.id(seed, "part", "api", writes),
                Dice.id(seed, "version", "api", writes),
                title,
                1,
                "bracket",
                "Industrial Series",
                "Onyx",
                Build.NONE,
                now);
        Upload upload = new Upload(part, Dice.id(seed, "slice", writes), now, triangles, stl);
        List<Upload> more =
                new ArrayList<>(uploads.subList(Math.max(0, uploads.size() - UPLOADS_KEPT + 1), uploads.size()));
        more.add(upload);
        World next = new World(
                seed,
                now,
                catalogue,
                printers,
                places,
                past,
                wishes,
                approved,
                reports,
                List.copyOf(more),
                writes + 1,
                peopleAtWork);
        return new Outcome<>(next, upload);
    }

    /** People go to work, or go home and leave everything as it is. */
    public World peopleAtWork(boolean atWork) {
        return new World(
                seed, now, catalogue, printers, places, past, wishes, approved, reports, uploads, writes, atWork);
    }

    /** Something happens to one printer now. */
    World steered(UUID device, BiFunction<Printer, Instant, Printer> event) {
        Course course = new Course(catalogue);
        Printer next = event.apply(printer(device).settled(now), now).turned();
        boolean atOnce = next.plan().at().equals(now);
        return with((atOnce ? course.follow(next, now) : next).at(now, course, peopleAtWork));
    }

    /** One printer reports that word, and nothing more happens to it by itself. */
    public World saying(UUID device, String state) {
        return steered(device, (printer, at) -> printer.with(state).with(Plan.REST));
    }

    private Stream<Job> jobs(Printer printer) {
        Run run = printer.run();
        return run == null ? printer.ended().stream() : Stream.concat(printer.ended().stream(), Stream.of(shown(run)));
    }

    private static Job shown(Run run) {
        boolean paused = run.stage() == Stage.STOPPED && run.job().endedAt() == null;
        return paused ? run.job().now("Paused", run.since()) : run.job();
    }

    private Build fitting(Printer printer, UUID id) {
        Build build = build(id);
        if (!printer.machine().fits(build)) {
            throw new Refusal(
                    Refusal.Kind.UNFIT,
                    "Build does not fit this device: it is made for " + build.series() + ", not for "
                            + printer.machine().series());
        }
        if (!build.sliced()) {
            throw new Refusal(Refusal.Kind.UNFIT, "Build is not sliced");
        }
        if (!printable(build)) {
            throw new Refusal(Refusal.Kind.UNFIT, "Build is not approved for printing");
        }
        return build;
    }

    private World with(Printer printer) {
        List<Printer> all = new ArrayList<>(printers);
        all.set(printer.machine().number(), printer);
        return with(now, List.copyOf(all));
    }

    private World with(Instant later, List<Printer> all) {
        return new World(
                seed, later, catalogue, all, places, past, wishes, approved, reports, uploads, writes, peopleAtWork);
    }

    private World with(List<Job> jobs) {
        return new World(
                seed,
                now,
                catalogue,
                printers,
                places,
                past,
                List.copyOf(jobs),
                approved,
                reports,
                uploads,
                writes,
                peopleAtWork);
    }

    private World written() {
        return new World(
                seed,
                now,
                catalogue,
                printers,
                places,
                past,
                wishes,
                approved,
                reports,
                uploads,
                writes + 1,
                peopleAtWork);
    }
}
