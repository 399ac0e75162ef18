package io.nordwand.dispatch;

import ch.qos.logback.classic.Level;
import io.nordwand.database.Database;
import io.nordwand.farm.FarmFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People at work at random, faults at random, the program ending at random: nothing is done twice, nothing is lost without
 * being reported, and the audit log explains whatever is different. One run again: {@code -Dnordwand.seed=…}; another
 * number of runs: {@code -Dnordwand.runs=…}.
 */
abstract class StateMachine {

    private static final Logger log = LoggerFactory.getLogger("state machine");

    /** Some runs follow each other on one database; it must not grow so far that reading it takes all the time. */
    private static final int RUNS_PER_DATABASE = 60;

    private static final ch.qos.logback.classic.Logger PROGRAM =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("io.nordwand");

    private final Map<String, Integer> counts = new TreeMap<>();
    private int restarts;
    private int wentOn;

    /** An empty one. */
    abstract Database database();

    /** How many, if nobody says otherwise. */
    abstract int runs();

    /** A run logs what it does; thousands of them are told of by their sum, unless one is looked at. */
    @BeforeAll
    static void quiet() {
        PROGRAM.setLevel(Long.getLong("nordwand.seed") == null ? Level.OFF : Level.INFO);
    }

    @AfterAll
    static void asBefore() {
        PROGRAM.setLevel(null);
    }

    @Test
    void whateverGoesWrongNothingIsDoneTwiceAndTheAuditExplainsEverything() {
        Long seed = Long.getLong("nordwand.seed");
        long first = seed == null ? Long.getLong("nordwand.first-seed", 20_261_125L) : seed;
        int runs = seed == null ? Integer.getInteger("nordwand.runs", runs()) : 1;
        long begin = System.nanoTime();
        Database database = database();
        for (int i = 0; i < runs; i++) {
            if (i % RUNS_PER_DATABASE == 0 && i > 0) {
                database = database();
            }
            run(database, first + i, i);
        }
        log.warn(
                "{}: {} runs, seeds {} to {}, in {} s; the program ended {} times in the middle, people went on {} times; actions {}",
                getClass().getSimpleName(),
                runs,
                first,
                first + runs - 1,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                restarts,
                wentOn,
                counts);
    }

    private void run(Database database, long seed, int number) {
        try (RandomRun run = new RandomRun(database, seed, FarmFixtures.NOW.plus(Duration.ofDays(2L * number)))) {
            run.work();
            restarts += run.restarts;
            wentOn += run.wentOn;
            new Judgement(run, database).pass();
            run.granted
                    .values()
                    .forEach(action -> counts.merge(
                            action.operation() + " "
                                    + run.program.actions.latest(action).stage(),
                            1,
                            Integer::sum));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Seed " + seed + " (-Dnordwand.seed=" + seed + "): " + failure.getMessage(), failure);
        }
    }
}
