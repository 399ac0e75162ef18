package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.FarmFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class StoredJournalTests {

    private static final Journal.Origin ORIGIN = new Journal.Origin("form-1", "asked", 0);

    private final SimulatedTime time = new SimulatedTime(FarmFixtures.NOW);
    private final BreakableDatabase breakable = new BreakableDatabase(time);
    private final StoredJournal journal = new StoredJournal(breakable.database(), time);
    private final Bench bench =
            new Bench(new FakeEiger(FarmFixtures.queued(FarmFixtures.printer("X7-01"), "Gear", "Bracket")));
    private Action action;

    @BeforeEach
    void anActionThatIsTakenDown() {
        action = Bench.granted(bench.claim(bench.intent(Operation.REMOVE, null, "entry-1")));
        journal.begun(action, ORIGIN);
        time.pass(Duration.ofMillis(1));
    }

    @AfterEach
    void endOfTime() {
        time.close();
    }

    private List<Standing> stored() {
        return journal.load(FarmFixtures.NOW.minus(Duration.ofDays(1))).stream()
                .map(row -> row.action().standing())
                .toList();
    }

    @Test
    void anOutcomeThatTheDatabaseDidNotTakeIsStoredOnceItDoes() {
        breakable.breakDown(true);
        journal.changed(action.now(Standing.DONE));
        time.pass(Duration.ofMinutes(10));
        StepVerifier.create(journal.stored(action)).verifyError();

        breakable.breakDown(false);
        assertThat(stored()).containsExactly(Standing.RUNNING);
        time.pass(Duration.ofMinutes(1));

        assertThat(stored()).containsExactly(Standing.DONE);
        StepVerifier.create(journal.stored(action)).verifyComplete();
    }

    @Test
    void whatWasToldLastIsWhatStays() {
        breakable.breakDown(true);
        journal.changed(action.now(Standing.CHECKING));
        time.pass(Duration.ofMillis(500));
        breakable.breakDown(false);
        journal.changed(action.now(Standing.DONE));
        time.pass(Duration.ofMinutes(5));

        assertThat(stored()).containsExactly(Standing.DONE);
    }

    @Test
    void anActionThatCouldNotEvenBeginIsTakenDownAsWhatBecameOfIt() {
        Action other = Action.of(
                bench.intent(Operation.REMOVE, null, "entry-2"),
                bench.eiger.current().printer(Bench.X7).orElseThrow(),
                null,
                FarmFixtures.NOW);
        breakable.breakDown(true);
        journal.begun(other, new Journal.Origin("form-2", "asked", 0));
        journal.changed(other.now(Standing.NOT_RECORDED));
        breakable.breakDown(false);
        time.pass(Duration.ofMinutes(1));

        assertThat(stored()).containsExactlyInAnyOrder(Standing.RUNNING, Standing.NOT_RECORDED);
    }
}
