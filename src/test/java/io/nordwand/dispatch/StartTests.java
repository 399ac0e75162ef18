package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Printer;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTests {

    private static final String SENT = "print id-X7-01 build-Gear";

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private static Printer at(@Nullable String state) {
        return printer("X7-01", state, StateGroup.UNKNOWN, null);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Printing", "Print Finished", "Offline", "Print Bed Needs Clearing", "", "Ready to Print"})
    void nothingIsSentUnlessTheStateIsReadyItself(String state) {
        eiger.show(at(state));

        Action action = bench.start(Operation.PRINT, "Gear");

        assertThat(action.standing()).isEqualTo(Standing.NOT_READY);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void readyIsReadyHoweverEigerSpellsIt() {
        eiger.show(at(" READY "));
        bench.start(Operation.PRINT, "Gear");
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void nothingIsSentToAPrinterThatSaysReadyButHasAJob() {
        ActiveJob active = printing("X7-01", "Other").report().activeJob();
        eiger.show(printer("X7-01", "Ready", StateGroup.READY, active));

        Action action = bench.start(Operation.PRINT, "Gear");

        assertThat(action.standing()).isEqualTo(Standing.NOT_READY);
        assertThat(Bench.sentences(action)).last().asString().contains("Ready + active job");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentWhenPrinterOrBuildCannotBeRead() {
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
        assertThat(bench.start(Operation.PRINT, "Gear").standing()).isEqualTo(Standing.NOT_SENT);
        eiger.reading = null;
        eiger.build = FakeEiger.fails(new Trouble.NotFound("No such build.", null));
        assertThat(bench.start(Operation.PRINT, "Gear").standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentForAnEntryThatNoLongerWaitsOrIsOfAnotherBuild() {
        assertThat(bench.start(Operation.PRINT, "Gear", "entry-9").standing()).isEqualTo(Standing.ENTRY_GONE);
        assertThat(bench.start(Operation.PRINT, "Bracket", "entry-1").standing())
                .isEqualTo(Standing.ENTRY_GONE);
        assertThat(eiger.sent).isEmpty();
    }
}
