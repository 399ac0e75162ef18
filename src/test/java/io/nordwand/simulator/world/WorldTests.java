package io.nordwand.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTests {

    private static final Instant START = Instant.parse("2026-02-12T13:32:08Z");

    @Test
    void theSameSeedGivesTheSameWorldAndAnotherOneDoesNot() {
        World one = World.begin(7, 60, START).at(START.plus(Duration.ofDays(3)));
        World same = World.begin(7, 60, START).at(START.plus(Duration.ofDays(3)));
        World other = World.begin(8, 60, START).at(START.plus(Duration.ofDays(3)));

        assertThat(one).isEqualTo(same);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void howOftenItIsLookedAtChangesNothing() {
        Instant end = START.plus(Duration.ofHours(20));
        World looked = World.begin(7, 60, START);
        for (Instant at = START; !at.isAfter(end); at = at.plusSeconds(15)) {
            looked = looked.at(at);
        }

        assertThat(looked).isEqualTo(World.begin(7, 60, START).at(end));
    }

    @Test
    void timeNeverGoesBack() {
        World later = World.begin(7, 24, START).at(START.plusSeconds(60));

        assertThat(later.at(START)).isSameAs(later);
    }

    @Test
    void theFarmStaysAliveForWeeks() {
        World world = World.begin(7, 200, START).at(START.plus(Duration.ofDays(21)));
        Map<String, Long> states = world.printers().stream()
                .collect(Collectors.groupingBy(printer -> printer.reported(world.now()), Collectors.counting()));
        Map<String, Long> jobs = world.printers().stream()
                .flatMap(Printer::jobs)
                .collect(Collectors.groupingBy(Job::state, Collectors.counting()));

        assertThat(states.get("Printing")).isGreaterThan(80);
        assertThat(states).containsKeys("Ready", "Print Finished", "Offline");
        assertThat(jobs.get("Completed")).isGreaterThan(1000);
        assertThat(jobs).containsKeys("Failed");
    }

    @Test
    void materialAlwaysFallsWhilePrintingAndIsNeverNegative() {
        World world = World.begin(7, 200, START);
        for (int hour = 1; hour < 100; hour++) {
            World later = world.at(world.now().plus(Duration.ofHours(1)));
            Instant now = later.now();
            assertThat(later.printers())
                    .allMatch(printer -> printer.spool(false, now).cubicCentimetres() >= 0
                            && printer.spool(true, now).cubicCentimetres() >= 0);
            world = later;
        }
    }

    @Test
    void thousandsOfPrintersStepOnQuickly() {
        World world = World.begin(7, 10_000, START);

        assertThat(world.printers()).hasSize(10_000);
        assertThat(world.printers().stream()
                        .map(printer -> printer.machine().id())
                        .distinct())
                .hasSize(10_000);
        assertThat(world.at(START.plus(Duration.ofDays(1))).jobs().count()).isGreaterThan(10_000);
    }
}
