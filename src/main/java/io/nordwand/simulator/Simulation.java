package io.nordwand.simulator;

import io.nordwand.simulator.world.Entry;
import io.nordwand.simulator.world.Printer;
import io.nordwand.simulator.world.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated organization for tests: look at it, let time pass, let things happen, count what arrived. */
public final class Simulation {

    /** A waiting queue entry. */
    public record Waiting(UUID id, String title) {}

    private final Timeline timeline;
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    Simulation(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The simulated time. */
    public Instant now() {
        return timeline.world().now();
    }

    /** Lets simulated time pass at once. */
    public void advance(Duration time) {
        timeline.advance(time);
    }

    /** Lets people clear beds, mend and start jobs by themselves, or not. */
    public void peopleAtWork(boolean atWork) {
        timeline.become(world -> world.peopleAtWork(atWork));
    }

    /** The first printer of that name, or the one with that id. */
    public SimulatedPrinter printer(String nameOrId) {
        return new SimulatedPrinter(find(nameOrId).machine().id(), timeline);
    }

    /** What waits for that printer, in order. */
    public List<Waiting> queueOf(String nameOrId) {
        return find(nameOrId).waiting().stream()
                .map(entry -> new Waiting(entry.id(), title(entry)))
                .toList();
    }

    /** Ids of the builds with that title. */
    public List<UUID> builds(String title) {
        return timeline.world().catalogue().builds().stream()
                .filter(build -> build.title().equals(title))
                .map(build -> build.id())
                .toList();
    }

    /** How many calls of that operationId have arrived, whatever became of them. */
    public int received(String operation) {
        return received.getOrDefault(operation, 0);
    }

    /** How many calls of that operationId have been carried out (2xx), whether or not the answer went out whole. */
    public int carriedOut(String operation) {
        return done.getOrDefault(operation, 0);
    }

    /** Starts all counts anew. */
    public void forgetCounts() {
        received.clear();
        done.clear();
    }

    void arrived(String operation) {
        received.merge(operation, 1, Integer::sum);
    }

    void answered(String operation, int status) {
        if (status < 300) {
            done.merge(operation, 1, Integer::sum);
        }
    }

    private Printer find(String nameOrId) {
        return timeline.world().printers().stream()
                .filter(printer -> printer.machine().name().equals(nameOrId)
                        || printer.machine().id().toString().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no printer " + nameOrId));
    }

    private static String title(Entry entry) {
        return entry.build().title();
    }
}
