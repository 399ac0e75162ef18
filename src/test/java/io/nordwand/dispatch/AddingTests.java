package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Outcome;
import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Receipt;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class AddingTests {

    private static final String SENT = "append id-X7-01 build-Gear";

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Old"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private static Printer with(String entry, @Nullable Build build) {
        Printer before = queued(printer("X7-01"), "Old");
        List<QueueEntry> entries = Stream.concat(
                        Objects.requireNonNull(before.queue()).entries().stream(),
                        Stream.of(new QueueEntry(new EntryId(entry), "Queued", FarmFixtures.NOW, build, null)))
                .toList();
        return new Printer(
                before.report(),
                before.group(),
                before.cautions(),
                before.since(),
                null,
                false,
                new PrintQueue(entries, FarmFixtures.NOW),
                FarmFixtures.NOW);
    }

    private static Printer withGear(String entry) {
        return with(entry, FarmFixtures.build("Gear"));
    }

    @Test
    void anAppendedBuildIsReadBackWithItsPlace() {
        eiger.append = () -> {
            eiger.show(withGear("entry-new"));
            return Mono.just(new EntryId("entry-new"));
        };

        Action action = bench.start(Operation.ADD, "Gear");

        assertThat(action.standing()).isEqualTo(Standing.QUEUED);
        assertThat(Bench.sentences(action)).first().isEqualTo("Gear is job 2 in the queue of X7-01");
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anEntryThatTheQueueDoesNotShowYetIsTakenAllTheSame() {
        Action action = bench.start(Operation.ADD, "Gear");

        assertThat(action.standing()).isEqualTo(Standing.TAKEN);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void aTakenEntryStaysTakenWhenTheQueueCannotBeReadAfterwards() {
        eiger.append = () -> {
            eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Gone.", null));
            return Mono.just(new EntryId("entry-new"));
        };

        assertThat(bench.start(Operation.ADD, "Gear").standing()).isEqualTo(Standing.TAKEN);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void aRefusalIsToldWithItsReasonAndNotSentAgain(Trouble trouble) {
        eiger.append = FakeEiger.fails(trouble);

        Action action = bench.start(Operation.ADD, "Gear");
        bench.pass(Duration.ofHours(2));

        assertThat(action.standing()).isEqualTo(Standing.REFUSED);
        assertThat(action.detail()).isEqualTo(trouble.sentence());
        assertThat(action.reference()).isEqualTo(trouble.reference());
        assertThat(bench.now(action)).isEqualTo(action);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void aBuildThatIsGoneIsRefused() {
        eiger.append = FakeEiger.fails(new Trouble.NotFound("Not found.", null));

        assertThat(bench.start(Operation.ADD, "Gear").standing()).isEqualTo(Standing.REFUSED);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    static Stream<Supplier<Mono<EntryId>>> lostAnswers() {
        return Stream.of(
                FakeEiger.fails(Bench.LOST),
                FakeEiger.fails(new Trouble.Unreadable("A page of a proxy.", null)),
                () -> Mono.error(new IllegalStateException("our own fault")),
                Mono::empty);
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aLostAnswerIsLookedForInTheQueueAndFoundLate(Supplier<Mono<EntryId>> lost) {
        eiger.append = lost;
        Action checking = bench.start(Operation.ADD, "Gear");
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);

        // It takes effect long after the first look.
        bench.pass(Duration.ofSeconds(100));
        assertThat(bench.now(checking).standing()).isEqualTo(Standing.CHECKING);
        eiger.show(withGear("entry-late"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.FOUND);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anAnswerThatNeverComesIsGivenUpAndLookedFor() {
        eiger.append = Mono::never;
        Action running = bench.start(Operation.ADD, "Gear");
        assertThat(running.stage()).isEqualTo(Stage.RUNNING);

        bench.pass(Duration.ofSeconds(91));
        assertThat(bench.now(running).standing()).isEqualTo(Standing.CHECKING);

        eiger.show(withGear("entry-late"));
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.now(running).standing()).isEqualTo(Standing.FOUND);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void notThereIsSaidOnlyAtTheEndOfTheFollowUpAndNeverAsACertainty() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");

        bench.pass(Bench.FOLLOW_UP.minusSeconds(1));
        assertThat(bench.now(checking).standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Duration.ofSeconds(2));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.NOT_FOUND);
        assertThat(ended.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(ended.reference()).isEqualTo("ref-7");
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void theLastLookStillFindsAnEntry() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
        bench.pass(Bench.FOLLOW_UP.minusSeconds(1));
        eiger.reading = null;
        eiger.show(withGear("entry-late"));
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.FOUND);
    }

    @Test
    void aQueueThatCannotBeReadLeavesTheOutcomeUnknown() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(2));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void readingsThatHangDoNotKeepTheOutcomeOpenForEver() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        eiger.reading = Mono::never;
        bench.pass(Bench.FOLLOW_UP.plusMinutes(2));

        assertThat(bench.now(checking).stage()).isEqualTo(Stage.UNKNOWN);
    }

    @Test
    void anEntryOfTheSameBuildThatWasThereBeforeIsNotTakenForOurs() {
        eiger.show(queued(printer("X7-01"), "Gear", "Old"));
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.NOT_FOUND);
    }

    @Test
    void aNewEntryOfWhichEigerDoesNotSayWhatItIsLeavesTheOutcomeUnknown() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        eiger.show(with("entry-nameless", null));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
    }

    static Stream<Printer> tracesOfOthers() {
        PrintQueue before =
                Objects.requireNonNull(queued(printer("X7-01"), "Old").queue());
        QueueEntry started =
                new QueueEntry(new EntryId("entry-9"), "Started", FarmFixtures.NOW, FarmFixtures.build("Gear"), null);
        return Stream.of(
                queued(printer("X7-01")),
                queued(printer("X7-01"), "Old", "Other"),
                FarmFixtures.with(
                        printer("X7-01"), new PrintQueue(before.entries(), List.of(started), FarmFixtures.NOW)));
    }

    @ParameterizedTest
    @MethodSource("tracesOfOthers")
    void whereOthersChangedTheQueueMeanwhileNobodyCanTell(Printer meanwhile) {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        bench.pass(Duration.ofSeconds(30));
        eiger.show(meanwhile);
        bench.pass(Duration.ofSeconds(30));
        eiger.show(queued(printer("X7-01"), "Old"));
        bench.pass(Bench.FOLLOW_UP);

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(bench.audit.entries().get(0).outcomes())
                .last()
                .extracting(Outcome::kind)
                .isEqualTo(Outcome.Kind.CANT_TELL);
    }

    @ParameterizedTest
    @CsvSource({"201,UNKNOWN", "502,NOT_FOUND"})
    void anAnswerThatSaidYesButCouldNotBeReadIsNeverCalledNotDone(int status, Standing standing) {
        eiger.append = () -> Mono.deferContextual(context -> {
            context.get(Receipt.class).answered(status, null);
            return Mono.error(new FarmException(new Trouble.Unreadable("Nothing to read.", null)));
        });
        Action checking = bench.start(Operation.ADD, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(standing);
    }

    @Test
    void aJobOfThatBuildInEigersListMayHaveBeenOurs() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        Action checking = bench.start(Operation.ADD, "Gear");
        eiger.jobs.add(new PrintJob(
                new JobId("job-1"),
                FarmFixtures.build("Gear").id(),
                "Printing",
                FarmFixtures.NOW.plusSeconds(1),
                null));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void nothingIsSentWhenThePrinterCannotBeRead() {
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Eiger is down.", null));

        Action action = bench.start(Operation.ADD, "Gear");

        assertThat(action.standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(action.detail()).isEqualTo("Eiger is down.");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentWhenTheBuildCannotBeRead() {
        eiger.build = FakeEiger.fails(new Trouble.NotFound("No such build.", null));

        assertThat(bench.start(Operation.ADD, "Gear").standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    static Stream<Supplier<Mono<QueueReading>>> oddReadings() {
        return Stream.of(Mono::empty, Mono::never, () -> Mono.error(new IllegalStateException("our own fault")));
    }

    @ParameterizedTest
    @MethodSource("oddReadings")
    void nothingIsSentAfterAnOddReading(Supplier<Mono<QueueReading>> odd) {
        eiger.reading = odd;

        Action action = bench.start(Operation.ADD, "Gear");
        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.now(action).standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentForABuildOfAnotherSeriesOrOneThatIsNotSliced() {
        Build build = FarmFixtures.build("Gear");
        eiger.build = () -> Mono.just(like(build, "FX20", true));
        assertThat(bench.start(Operation.ADD, "Gear").standing()).isEqualTo(Standing.OTHER_SERIES);
        eiger.build = () -> Mono.just(like(build, "X7", false));
        assertThat(bench.start(Operation.ADD, "Gear").standing()).isEqualTo(Standing.UNSLICED);
        assertThat(eiger.sent).isEmpty();
    }

    private static Build like(Build build, String series, boolean sliced) {
        return new Build(
                build.id(),
                build.title(),
                series,
                1,
                "Onyx",
                null,
                build.needs(),
                build.estimate(),
                sliced,
                null,
                build.createdAt());
    }
}
