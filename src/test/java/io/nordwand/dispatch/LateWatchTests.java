package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Outcome;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A start that nobody confirmed in time is watched on for a while, beyond the end of the program. */
class LateWatchTests {

    private final FakeEiger eiger = new FakeEiger(printer("X7-01"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private Action unconfirmed() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action action = bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(bench.now(action).standing()).isEqualTo(Standing.UNCONFIRMED);
        return action;
    }

    private Program restarted() {
        return new Program(eiger, bench.journal, bench.audit, Databases.shared(), bench.clock).started();
    }

    private Outcome verdict() {
        return bench.audit.entries().get(0).outcomes().stream()
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void aPollAfterTheRestartStillShowsIt() {
        Action action = unconfirmed();
        bench.pass(Duration.ofMinutes(30));
        Program program = restarted();
        bench.pass(Duration.ofMinutes(20));
        eiger.show(printing("X7-01", "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(program.actions.latest(action).standing()).isEqualTo(Standing.SEEN);
        assertThat(verdict().kind()).isEqualTo(Outcome.Kind.FOUND_DONE);
        assertThat(verdict().sentence()).contains("restarted");
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void whatHasEndedMeanwhileIsFoundInTheListOfJobs() {
        Action action = unconfirmed();
        eiger.jobs.add(new PrintJob(
                new JobId("job-8"),
                FarmFixtures.build("Gear").id(),
                "Printed",
                FarmFixtures.NOW.plusSeconds(1),
                FarmFixtures.NOW.plusSeconds(600)));
        Program program = restarted();
        bench.pass(Bench.A_MOMENT);

        assertThat(program.actions.latest(action).standing()).isEqualTo(Standing.LISTED);
    }

    @Test
    void theRestartDoesNotMakeTheTimeLonger() {
        Action action = unconfirmed();
        bench.pass(Duration.ofMinutes(50));
        Program program = restarted();
        bench.pass(Duration.ofMinutes(11));
        eiger.show(printing("X7-01", "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(program.actions.latest(action).standing()).isEqualTo(Standing.UNCONFIRMED);
    }
}
