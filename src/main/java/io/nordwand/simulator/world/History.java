package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the organization did before the simulation began; a third ends badly, as it does in reality. */
final class History {

    private static final int MOST = 4000;

    private History() {}

    static List<Job> jobs(long seed, Instant start, Catalogue catalogue, List<Printer> printers) {
        List<Job> jobs = new ArrayList<>();
        int count = Math.min(MOST, printers.size() * 16);
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(seed, "past", i);
            Machine machine = dice.pick(printers).machine();
            Build build = catalogue.anyFor(machine, dice);
            if (build != null) {
                jobs.add(run(Dice.id(seed, "past", i), build, machine, start, dice, catalogue));
            }
        }
        for (int i = 0; i < Math.min(42, printers.size() / 2); i++) {
            jobs.add(stuck(seed, i, start, catalogue, printers));
        }
        return List.copyOf(jobs);
    }

    static List<Job> wishes(long seed, Instant start, Catalogue catalogue) {
        List<Job> wishes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Dice dice = Dice.of(seed, "wish", i);
            Build build = catalogue.builds().get(dice.below(30));
            Job job = Job.wanted(Dice.id(seed, "wish", i), build, start.minus(dice.minutes(100, 9000)), i % 2 == 0);
            wishes.add(job);
        }
        return List.copyOf(wishes);
    }

    private static Job run(
            java.util.UUID id, Build build, Machine machine, Instant start, Dice dice, Catalogue catalogue) {
        double luck = dice.between(0, 1);
        String word = luck < 0.66 ? "Completed" : luck < 0.89 ? "Canceled" : luck < 0.99 ? "Failed" : "Unknown";
        double share = word.equals("Completed") ? 1 : dice.between(0.01, 0.9);
        Duration took = Duration.ofMillis((long) (build.printSeconds() * 1000 * share) + 90_000);
        Instant began = start.minus(took).minus(dice.minutes(40, 90 * 24 * 60));
        Job job = Job.started(
                id,
                build,
                machine.id(),
                began,
                dice.chance(0.83) ? "Eiger" : "Device",
                dice.chance(0.9) ? dice.pick(catalogue.people()) : null);
        if (dice.chance(0.4)) {
            job = job.fromQueue(Entry.of(id, build, began.minus(dice.minutes(5, 3000)), null));
        }
        return job.ended(word, began.plus(took));
    }

    /** A job that says Printing for ever (field note 29). */
    private static Job stuck(long seed, int number, Instant start, Catalogue catalogue, List<Printer> printers) {
        Dice dice = Dice.of(seed, "stuck", number);
        Instant began = start.minus(dice.minutes(125 * 24 * 60, 300 * 24 * 60));
        Job job = Job.started(
                Dice.id(seed, "stuck", number),
                catalogue.builds().get(dice.below(30)),
                dice.pick(printers).machine().id(),
                began,
                "Eiger",
                null);
        return dice.chance(0.7)
                ? new Job(
                        job.id(),
                        job.build(),
                        null,
                        job.state(),
                        null,
                        began,
                        began,
                        began,
                        null,
                        job.source(),
                        null,
                        null,
                        false)
                : job;
    }
}
