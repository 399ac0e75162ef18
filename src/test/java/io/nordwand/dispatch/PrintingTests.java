package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class PrintingTests {

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

    private static Printer workingOn(String job, String title) {
        ActiveJob active = new ActiveJob(
                new JobId(job), FarmFixtures.build(title), "Printing", "Heating", null, null, 0.0, null, null);
        return printer("X7-01", "Printing", StateGroup.PRINTING, active);
    }

    @Test
    void aPrintHasStartedOnceThePrinterReportsTheVeryJob() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        assertThat(waiting.standing()).isEqualTo(Standing.WAITING);

        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.WAITING);
        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anotherJobOfTheSameBuildIsNotTakenForOurs() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        eiger.show(workingOn("job-of-somebody-else", "Gear"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.UNCONFIRMED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void aRefusalIsToldWithWhatThePrinterSaysNow(Trouble trouble) {
        eiger.print = () -> {
            eiger.show(at("Print Bed Needs Clearing"));
            return FakeEiger.<JobId>fails(trouble).get();
        };

        Action action = bench.start(Operation.PRINT, "Gear");
        bench.pass(Duration.ofHours(2));

        assertThat(action.standing()).isEqualTo(Standing.REFUSED_NOW);
        assertThat(Bench.sentences(action)).last().asString().contains("Print Bed Needs Clearing");
        assertThat(action.detail()).isEqualTo(trouble.sentence());
        assertThat(bench.now(action)).isEqualTo(action);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    static Stream<Supplier<Mono<JobId>>> lostAnswers() {
        return Stream.of(
                FakeEiger.fails(Bench.LOST),
                FakeEiger.fails(new Trouble.Unreadable("A page of a proxy.", null)),
                () -> Mono.error(new IllegalStateException("our own fault")),
                Mono::empty);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aLostAnswerIsNeverSentAgainAndEndsInLookAtThePrinter(Supplier<Mono<JobId>> lost) {
        eiger.print = lost;
        Action checking = bench.start(Operation.PRINT, "Gear");
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);

        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.UNCONFIRMED);
        assertThat(Bench.sentences(ended)).first().isEqualTo("Not confirmed: look at X7-01, do not press again");
        assertThat(eiger.sent).containsExactly(SENT);
        assertThat(bench.actions.unconfirmed(Bench.X7)).isEqualTo(ended);
    }

    @Test
    void afterALostAnswerAJobOfThatBuildIsSeenButNotClaimed() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.PRINT, "Gear");
        eiger.show(workingOn("job-unknown", "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.SEEN);
    }

    @Test
    void afterALostAnswerALaterPollStillShowsThatThePrinterBegan() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNCONFIRMED);

        bench.pass(Duration.ofMinutes(10));
        eiger.show(workingOn("job-unknown", "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.SEEN);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void afterALostAnswerTheEntryIsLeftToPeople() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.PRINT, "Gear", "entry-1");
        eiger.show(queued(workingOn("job-unknown", "Gear"), "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.SEEN_QUEUED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void afterALostAnswerAJobOfAnotherBuildTellsNothing() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.PRINT, "Gear");
        eiger.show(workingOn("job-other", "Bracket"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNCONFIRMED);
    }

    @Test
    void aStateThatAsksForAPersonIsNoRefusal() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        eiger.show(at("Vacuum Not Engaged"));
        bench.pass(Duration.ofSeconds(5));
        Action hands = bench.now(waiting);
        assertThat(hands.standing()).isEqualTo(Standing.WAITING_FOR_HANDS);
        assertThat(Bench.sentences(hands)).last().asString().contains("Vacuum Not Engaged");

        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anUnusableFileIsARefusal() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        eiger.show(at("Incompatible Print File"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.UNUSABLE);
        assertThat(bench.now(waiting).stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void aPrinterThatCannotBeReadAfterwardsIsSaidSo() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(1));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.UNREAD);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void readingsThatFailInBetweenDoNotEndTheFollowUp() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        eiger.reading = () -> Mono.error(new IllegalStateException("our own fault"));
        bench.pass(Duration.ofSeconds(60));
        eiger.reading = null;
        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED);
    }

    @Test
    void thePrinterIsAskedEveryFewSecondsAndNoLongerThanTheFollowUp() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        int readings = eiger.readings.get();
        bench.pass(Duration.ofHours(2));

        assertThat(readings).isBetween(40, 50);
        assertThat(eiger.readings).hasValue(readings);
        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.UNCONFIRMED);
    }

    @Test
    void aPollThatShowsTheJobLaterStillConfirmsIt() {
        Action waiting = bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.UNCONFIRMED);

        bench.pass(Duration.ofMinutes(10));
        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED);
        assertThat(bench.actions.unconfirmed(Bench.X7)).isNull();
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void theEntryLeavesTheQueueOnlyOnceThePrinterHasTheJob() {
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-1");
        bench.pass(Duration.ofSeconds(60));
        assertThat(eiger.sent).containsExactly(SENT);

        eiger.show(queued(workingOn("job-new", "Gear"), "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED_OUT);
        assertThat(eiger.sent).containsExactly(SENT, "remove id-X7-01 entry-1");
    }

    @Test
    void ofABuildThatWaitsTwiceTheEntryThatWasAskedForLeavesAndNoOther() {
        eiger.show(queued(printer("X7-01"), "Gear", "Bracket", "Gear"));
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-3");
        eiger.show(queued(workingOn("job-new", "Gear"), "Gear", "Bracket", "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED_OUT);
        assertThat(eiger.sent).containsExactly(SENT, "remove id-X7-01 entry-3");
    }

    @Test
    void whenThePrinterBeginsAnotherJobTheEntryStays() {
        eiger.show(queued(printer("X7-01"), "Bracket", "Gear"));
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-2");
        eiger.show(queued(workingOn("job-other", "Bracket"), "Bracket", "Gear"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(waiting).stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void nothingIsRemovedWhenTheEntryHasLeftTheQueueByItself() {
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-1");
        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STARTED_OUT);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anEntryOfAPrintThatNobodyConfirmedStaysInTheQueue() {
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-1");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(bench.now(waiting).stage()).isEqualTo(Stage.UNKNOWN);

        // Confirmed long after: people decide about the entry.
        eiger.show(queued(workingOn("job-new", "Gear"), "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(bench.now(waiting).standing()).isEqualTo(Standing.STILL_QUEUED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void anEntryThatCouldNotBeTakenOutIsSaidSo(Trouble trouble) {
        eiger.remove.put("entry-1", FakeEiger.fails(trouble));
        Action waiting = bench.start(Operation.PRINT, "Gear", "entry-1");
        eiger.show(queued(workingOn("job-new", "Gear"), "Gear"));
        bench.pass(Duration.ofSeconds(5));

        Action ended = bench.now(waiting);
        assertThat(ended.standing()).isEqualTo(Standing.STILL_QUEUED);
        assertThat(ended.stage()).isEqualTo(Stage.PARTLY);
        assertThat(ended.detail()).isEqualTo(trouble.sentence());
        assertThat(eiger.sent).containsExactly(SENT, "remove id-X7-01 entry-1");
    }
}
