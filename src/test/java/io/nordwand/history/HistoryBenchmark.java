package io.nordwand.history;

import io.nordwand.database.OnPostgres;
import io.nordwand.database.TestDatabase;
import io.nordwand.dispatch.RunningProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/**
 * How long pages take with many years of jobs, from the request to the last byte of the answer. Not part of the tests:
 * {@code mvn -Pquick test -Dtest=HistoryBenchmark}. Smaller or larger: {@code -Dbenchmark.jobs=… -Dbenchmark.builds=…}.
 */
@Timeout(3600)
class HistoryBenchmark {

    private static final int JOBS = Integer.getInteger("benchmark.jobs", 200_000);
    private static final int BUILDS = Integer.getInteger("benchmark.builds", 20_000);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 300);
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 200);

    @BeforeAll
    static void bothCompilers() {
        System.setProperty("test.program.jvm", System.getProperty("benchmark.jvm", "-Xmx768m"));
    }

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        measure("H2", folder, List.of());
    }

    @Nested
    @OnPostgres
    class OnPostgreSql {

        @Test
        void onPostgres(@TempDir Path folder) throws Exception {
            measure("PostgreSQL", folder, TestDatabase.postgresArguments());
        }
    }

    private static void measure(String database, Path folder, List<String> arguments) throws Exception {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of(
                "--nordwand.history.pace=0s",
                "--nordwand.poll.interval=15s",
                "--nordwand.eiger.allow-any-base-url=true"));
        try (LargeEiger eiger = LargeEiger.start(JOBS, BUILDS);
                RunningProgram program = RunningProgram.start(folder, eiger.access(), more)) {
            Instant began = Instant.now();
            for (String list : List.of("/builds", "/jobs")) {
                while (program.get(list).select("#copy time").isEmpty()) {
                    Mono.delay(Duration.ofSeconds(3)).block();
                }
            }
            System.out.printf(
                    "%n%s: %,d jobs and %,d builds read in %d s%n",
                    database,
                    JOBS,
                    BUILDS,
                    Duration.between(began, Instant.now()).toSeconds());
            // The embedded database tidies its file up for a while after so much writing.
            Mono.delay(CALM).block();
            warmUp(program);
            System.out.printf("%-44s %8s %8s %8s%n", "page", "p50 ms", "p99 ms", "max ms");
            for (Map.Entry<String, Function<Random, String>> page : pages().entrySet()) {
                print(page.getKey(), times(program, page.getValue()));
            }
        }
    }

    /** A program that has run for a while has compiled what it does often; pages take turns as they do with people. */
    private static void warmUp(RunningProgram program) throws Exception {
        Random dice = new Random(0);
        for (int i = 0; i < WARM_UP; i++) {
            for (Function<Random, String> page : pages().values()) {
                program.time(page.apply(dice));
            }
        }
    }

    private static List<Duration> times(RunningProgram program, Function<Random, String> page) throws Exception {
        Random dice = new Random(1);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(program.time(page.apply(dice)));
        }
        Collections.sort(times);
        return times;
    }

    private static void print(String name, List<Duration> times) {
        System.out.printf(
                "%-44s %8.1f %8.1f %8.1f%n",
                name,
                millis(times.get(times.size() / 2)),
                millis(times.get(times.size() * 99 / 100)),
                millis(times.get(times.size() - 1)));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** Pages as people ask for them, each time with another value. */
    private static Map<String, Function<Random, String>> pages() {
        Map<String, Function<Random, String>> pages = new LinkedHashMap<>();
        pages.put("/jobs", dice -> "/jobs");
        pages.put(
                "/jobs of a state",
                dice -> "/jobs?state="
                        + List.of("completed", "failed", "canceled", "unknown").get(dice.nextInt(4)));
        pages.put(
                "/jobs of a printer",
                dice -> "/jobs?printer=" + Records.id("printer", dice.nextInt(LargeEiger.PRINTERS)));
        pages.put("/jobs of a build", dice -> "/jobs?build=" + Records.id("build", dice.nextInt(BUILDS)));
        pages.put("/jobs, a word in many titles", dice -> "/jobs?q=bracket");
        pages.put("/jobs, a word in one title", dice -> "/jobs?q=" + dice.nextInt(BUILDS));
        pages.put("/jobs, a person's name", dice -> "/jobs?q=person+no+" + dice.nextInt(LargeEiger.PEOPLE));
        pages.put("/jobs, a word in none", dice -> "/jobs?q=nothing" + dice.nextInt(1000));
        pages.put("/jobs of a month", dice -> "/jobs?from=" + day(dice, 60) + "&to=" + day(dice, 30));
        pages.put(
                "/jobs of a month that failed on a printer",
                dice -> "/jobs?state=failed&from=" + day(dice, 90) + "&printer="
                        + Records.id("printer", dice.nextInt(LargeEiger.PRINTERS)));
        pages.put("/builds", dice -> "/builds");
        pages.put("/builds, a word in many titles", dice -> "/builds?q=jig");
        pages.put("/builds, a word in one title", dice -> "/builds?q=" + dice.nextInt(BUILDS));
        pages.put("/builds of a series", dice -> "/builds?series=FX20");
        pages.put("/builds of a material", dice -> "/builds?material=Vega");
        pages.put("/requests", dice -> "/requests");
        return pages;
    }

    private static LocalDate day(Random dice, int ago) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(ago + dice.nextInt(20));
    }
}
