package io.nordwand.simulator.world;

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
 * @param office what there is apart from printers
 * @param peopleAtWork whether people clear beds, mend and start jobs by themselves
 */
public record World(
        long seed,
        Instant now,
        Catalogue catalogue,
        List<Printer> printers,
        Map<UUID, Integer> places,
        List<Job> past,
        Office office,
        boolean peopleAtWork) {

    /** The organization as it begins. */
    public static World begin(long seed, int printers, Instant start) {
        Catalogue catalogue = Catalogue.of(seed, start);
        List<Printer> shop = new Shop(seed, start, catalogue).printers(printers);
        Map<UUID, Integer> places = new HashMap<>();
        for (Printer printer : shop) {
            places.put(printer.machine().id(), printer.machine().number());
        }
        List<Job> past = History.jobs(seed, start, catalogue, shop);
        Office office = Office.with(History.wishes(seed, start, catalogue));
        return new World(seed, start, catalogue, shop, Map.copyOf(places), past, office, true);
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
        return Stream.of(
                        past.stream(),
                        office.wishes().stream(),
                        printers.stream().flatMap(Printer::jobs))
                .flatMap(jobs -> jobs);
    }

    /** All printed parts, in no order. */
    public Stream<PrintedPart> printedParts() {
        return jobs().flatMap(job -> PrintedPart.of(job, now));
    }

    /** The parts of a job. */
    public List<PrintedPart> printedParts(Job job) {
        return PrintedPart.of(job, now).toList();
    }

    /** A printed part by its id. */
    public PrintedPart printedPart(UUID id) {
        return jobs().filter(job -> PrintedPart.of(job, id))
                .flatMap(job -> PrintedPart.of(job, now))
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("Printed part"));
    }

    /** Whether a report of the part has been ordered and is made by now. */
    public boolean reported(UUID printedPart) {
        return office.reported(printedPart, now);
    }

    /** A part among those of builds and those that were uploaded. */
    public Optional<Part> part(Predicate<Part> wanted) {
        Stream<Part> built = catalogue.builds().stream().flatMap(build -> build.parts().stream());
        return Stream.concat(built, uploads().stream().map(Upload::part))
                .filter(wanted)
                .findFirst();
    }

    /** Uploaded parts, oldest first. */
    public List<Upload> uploads() {
        return office.uploads();
    }

    /** The approved builds, or null while approvals are off. */
    public @Nullable Set<UUID> approved() {
        return office.approved();
    }

    /** Whether the build counts as printable. */
    public boolean printable(Build build) {
        return approved() == null || approved().contains(build.id());
    }

    /** Appends a build to a queue. */
    public Outcome<Entry> append(UUID device, UUID build) {
        Printer printer = printer(device);
        Entry entry = Entry.of(id("entry"), fitting(printer, build), now, null);
        List<Entry> queue = new ArrayList<>(printer.queue());
        queue.add(entry);
        return new Outcome<>(with(printer.with(queue)).with(office.written()), entry);
    }

    /** Takes an entry out of a queue. */
    public Outcome<Entry> remove(UUID device, UUID id) {
        Entry gone = entry(device, id);
        if (!gone.waits()) {
            throw Refusal.missing("Queued job");
        }
        Printer printer = printer(device);
        List<Entry> left =
                printer.queue().stream().filter(entry -> !entry.id().equals(id)).toList();
        return new Outcome<>(with(printer.with(left)).with(office.written()), gone);
    }

    /** Hands a build to a printer, which takes it some seconds later, or not. */
    public Outcome<Job> print(UUID device, UUID build) {
        Printer printer = printer(device);
        Build wanted = fitting(printer, build);
        if (!printer.free(now)) {
            boolean sent = printer.reported(now).equals(Printer.READY);
            String why = sent ? "a job is on its way to it" : printer.reported(now);
            throw Refusal.busy("Device is not ready to print: " + why);
        }
        Job job = Job.started(id("job"), wanted, device, now, "Eiger", null);
        return new Outcome<>(with(Course.sent(printer, job, now)).with(office.written()), job);
    }

    /** Puts a build on the backlog, or asks for it. */
    public Outcome<Job> wish(UUID build, boolean request) {
        Job job = Job.wanted(id("wish"), build(build), now, request);
        return new Outcome<>(with(office.wished(job).written()), job);
    }

    /** Withdraws every request for that build. */
    public World withdraw(UUID build) {
        return with(office.withdrawn(build(build)).written());
    }

    /** Replaces the approved builds; null turns approvals off. */
    public World approve(@Nullable Set<UUID> builds) {
        if (builds != null) {
            builds.forEach(this::build);
        }
        return with(office.approving(builds).written());
    }

    /** Orders the scan report of a printed part, once. */
    public World order(UUID printedPart) {
        return with(office.ordered(printedPart, now));
    }

    /** Takes an uploaded file in and begins to slice it. */
    public Outcome<Upload> upload(String title, byte[] stl, long triangles) {
        Part part =
                new Part(id("part"), id("version"), title, 1, "bracket", "Industrial Series", "Onyx", Build.NONE, now);
        Upload upload = new Upload(part, id("slice"), now, triangles, stl);
        return new Outcome<>(with(office.uploaded(upload).written()), upload);
    }

    /** People go to work, or go home and leave everything as it is. */
    public World peopleAtWork(boolean atWork) {
        return new World(seed, now, catalogue, printers, places, past, office, atWork);
    }

    /** Something happens to one printer now. */
    World steered(UUID device, BiFunction<Printer, Instant, Printer> event) {
        Course course = new Course(catalogue);
        Printer next = event.apply(printer(device).settled(now), now).turned();
        boolean atOnce = next.plan().at().equals(now);
        return with((atOnce ? course.follow(next, now) : next).at(now, course, peopleAtWork));
    }

    private UUID id(String kind) {
        return Dice.id(seed, "api", kind, office.writes());
    }

    private Build fitting(Printer printer, UUID id) {
        Build build = build(id);
        String series = printer.machine().series();
        if (!printer.machine().fits(build)) {
            throw Refusal.unfit("Build does not fit this device: it is made for " + build.series() + ", not " + series);
        }
        if (!build.sliced()) {
            throw Refusal.unfit("Build is not sliced");
        }
        if (!printable(build)) {
            throw Refusal.unfit("Build is not approved for printing");
        }
        return build;
    }

    private World with(Printer printer) {
        List<Printer> all = new ArrayList<>(printers);
        all.set(printer.machine().number(), printer);
        return with(now, List.copyOf(all));
    }

    private World with(Instant later, List<Printer> all) {
        return new World(seed, later, catalogue, all, places, past, office, peopleAtWork);
    }

    private World with(Office other) {
        return new World(seed, now, catalogue, printers, places, past, other, peopleAtWork);
    }
}
