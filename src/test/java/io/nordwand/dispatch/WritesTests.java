package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritesTests {

    private static final Actor ADMIN = new Actor("admin", "admin", "10.0.0.1");

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear", "Bracket"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        allow();
        bench.close();
    }

    private void stop() {
        bench.writes.stop(ADMIN, "Fire drill").subscribe();
        bench.pass(Bench.A_MOMENT);
    }

    private void allow() {
        bench.writes.allow(ADMIN).subscribe();
        bench.pass(Bench.A_MOMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "WITHDRAW", "PRINT"})
    void whileWritingIsStoppedNothingIsReadOrSentAndNoDeedIsMade(Operation operation) {
        stop();
        Action action = bench.start(operation, "Gear", "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.STOPPED);
        assertThat(action.detail()).isEqualTo("admin has stopped all writing: Fire drill");
        assertThat(eiger.sent).isEmpty();
        assertThat(eiger.readings).hasValue(0);
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("writes.stop");
    }

    @Test
    void aPlanThatIsCarriedOutEndsBeforeItsNextStep() {
        eiger.remove.put("entry-2", () -> {
            bench.writes.stop(ADMIN, "Fire drill").subscribe();
            return eiger.takesOut("entry-2");
        });
        Action action = bench.start(Operation.CLEAR, null, "entry-1", "entry-2");

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(action.detail()).contains("Fire drill");
        assertThat(eiger.sent).containsExactly("remove id-X7-01 entry-2");
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("remove", "writes.stop");
    }

    @Test
    void aStopOutlivesARestartAndItsEndDoesToo() {
        Database database = TestDatabase.h2();
        Writes first = new Writes(new WritesProperties(true), new StopStore(database), bench.audit, bench.clock);
        first.stop(ADMIN, "Fire drill").subscribe();
        bench.pass(Bench.A_MOMENT);

        Writes second = new Writes(new WritesProperties(true), new StopStore(database), bench.audit, bench.clock);
        assertThat(second.stopped()).isEqualTo(first.stopped()).isPresent();
        second.allow(ADMIN).subscribe();
        bench.pass(Bench.A_MOMENT);

        assertThat(new Writes(new WritesProperties(true), new StopStore(database), bench.audit, bench.clock).stopped())
                .isEmpty();
    }

    @Test
    void whoStopsWhatIsStoppedChangesNeitherNameNorReason() {
        stop();
        bench.writes.stop(new Actor("other", "admin", ""), "Another reason").subscribe();
        assertThat(bench.writes.stopped()).map(Stop::by).contains("admin");
    }
}
