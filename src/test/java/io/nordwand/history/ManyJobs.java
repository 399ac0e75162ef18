package io.nordwand.history;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A large organization's jobs over three years, the same each time: to see how searches bear up. */
final class ManyJobs {

    private static final List<String> THINGS = List.of(
            "Gripper finger",
            "Drill jig",
            "Vacuum cup plate",
            "Fixture base",
            "Cable clip",
            "Sensor bracket",
            "Motor mount",
            "Hinge",
            "Spacer",
            "Cover",
            "Nozzle holder",
            "Welding guard",
            "Soft jaw",
            "Handle",
            "Pulley",
            "Łożysko");
    private static final List<String> STATES = List.of(
            "Completed",
            "Completed",
            "Completed",
            "Completed",
            "Completed",
            "Completed",
            "Completed",
            "Canceled",
            "Failed",
            "Completed");
    private static final List<String> SOURCES = List.of("Eiger Web", "Device", "Queue", "API");

    private final Random dice = new Random(7);
    private final Instant end;
    private final int count;
    private final List<BuildRecord> builds = new ArrayList<>();

    ManyJobs(Instant end, int count, int builds) {
        this.end = end;
        this.count = count;
        for (int i = 0; i < builds; i++) {
            this.builds.add(build(i));
        }
    }

    List<BuildRecord> builds() {
        return builds;
    }

    /** Puts all of them into the table of jobs. */
    void put(JdbcClient jdbc) {
        Shelf<JobRecord> shelf = new Shelf<>(JobColumns.TABLE);
        List<JobRecord> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(job(i));
            if (some.size() == 2000 || i == count - 1) {
                shelf.put(jdbc, some);
                some.clear();
            }
        }
    }

    private String id() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }

    private BuildRecord build(int number) {
        String title = THINGS.get(dice.nextInt(THINGS.size())) + " " + (1000 + number) + " v" + dice.nextInt(9);
        Build build = new Build(
                new BuildId(id()),
                title,
                "Desktop",
                1 + dice.nextInt(12),
                "Onyx",
                "Carbon Fiber",
                new Needs(dice.nextDouble() * 300, dice.nextDouble() * 20, null),
                Duration.ofMinutes(30 + dice.nextInt(3000)),
                true,
                true,
                end.minus(Duration.ofMinutes(dice.nextInt(3 * 365 * 1440))));
        return new BuildRecord(build, build.createdAt(), false, 12.0, Costs.UNKNOWN, Costs.UNKNOWN);
    }

    private JobRecord job(int number) {
        Instant made = end.minus(Duration.ofSeconds((long) (count - number) * 3 * 365 * 86_400 / count));
        Instant began = made.plus(Duration.ofMinutes(dice.nextInt(2000)));
        boolean waits = number >= count - 40;
        boolean prints = !waits && number >= count - 140 || dice.nextInt(5000) == 0;
        String state = waits ? "Backlogged" : prints ? "Printing" : STATES.get(dice.nextInt(STATES.size()));
        int printer = dice.nextInt(120);
        return new JobRecord(
                new JobId(id()),
                builds.get(dice.nextInt(builds.size())),
                waits ? null : new PrinterId("printer-" + printer),
                waits ? "" : "X7-" + printer,
                state,
                SOURCES.get(Math.min(dice.nextInt(60), 3)),
                person(dice.nextInt(60)),
                dice.nextBoolean() ? person(dice.nextInt(60)) : null,
                made,
                made,
                waits ? null : began,
                began,
                waits || prints ? null : began.plus(Duration.ofMinutes(30 + dice.nextInt(1500))));
    }

    private static PersonRecord person(int number) {
        return new PersonRecord("u-" + number, "Person " + number + " Müller", "p" + number + "@example.com");
    }
}
