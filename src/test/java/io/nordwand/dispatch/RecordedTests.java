package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Outcome.Kind;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Receipt;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** That every call is in the audit log before it is made, and what came of it afterwards. */
class RecordedTests {

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear"));
    private final FakeJournal journal = new FakeJournal();
    private final Bench bench = new Bench(eiger, journal);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private FakeAudit.Entry onlyDeed() {
        assertThat(bench.audit.entries()).hasSize(1);
        return bench.audit.entries().get(0);
    }

    private static <T> Mono<T> answered(int status, @Nullable String reference, Mono<T> answer) {
        return Mono.deferContextual(context -> {
            context.get(Receipt.class).answered(status, reference);
            return answer;
        });
    }

    @Test
    void aDeedIsStoredBeforeTheCallAndItsOutcomeAfterIt() {
        eiger.append = () -> {
            assertThat(onlyDeed().outcomes()).isEmpty();
            return answered(201, "ref-201", Mono.just(new EntryId("entry-new"))).delayElement(Duration.ofMillis(40));
        };
        Action action = bench.start(Operation.ADD, "Gear");

        assertThat(onlyDeed().deed())
                .isEqualTo(new Deed(
                        action.id(),
                        new Actor("lena", "operator", "10.0.0.7"),
                        "append",
                        Bench.X7,
                        "X7-01",
                        action.build(),
                        "Gear",
                        null,
                        ""));
        assertThat(onlyDeed().outcomes())
                .containsExactly(new Outcome(Kind.DONE, 201, "ref-201", "", Duration.ofMillis(40), "entry-new"));
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void aRefusalIsNotDoneWithEigersWords(Trouble trouble) {
        eiger.remove.put("entry-1", () -> answered(409, "ref-9", Mono.error(new FarmException(trouble))));
        bench.start(Operation.REMOVE, null, "entry-1");

        assertThat(onlyDeed().deed().operation()).isEqualTo("remove");
        assertThat(onlyDeed().deed().entry()).isEqualTo(new EntryId("entry-1"));
        assertThat(onlyDeed().outcomes())
                .containsExactly(new Outcome(Kind.NOT_DONE, 409, "ref-9", trouble.sentence(), Duration.ZERO, null));
    }

    @Test
    void eachEntryOfAClearedQueueIsADeedOfItsOwn() {
        eiger.show(queued(printer("X7-01"), "Gear", "Bracket"));
        Action action = bench.start(Operation.CLEAR, null, "entry-1", "entry-2");

        assertThat(bench.audit.deeds()).extracting(Deed::subject).containsExactly("Bracket", "Gear");
        assertThat(bench.audit.deeds()).extracting(Deed::action).containsOnly(action.id());
        assertThat(bench.audit.entries()).allMatch(entry -> last(entry).kind() == Kind.DONE);
    }

    private static Outcome last(FakeAudit.Entry entry) {
        return entry.outcomes().get(entry.outcomes().size() - 1);
    }

    private static Printer workingOn(String job, String title) {
        ActiveJob active = new ActiveJob(
                new JobId(job), FarmFixtures.build(title), "Printing", "Heating", null, null, 0.0, null, null);
        return printer("X7-01", "Printing", StateGroup.PRINTING, active);
    }

    /** Operation, what Eiger shows after the answer was lost, and what the audit has to say in the end. */
    static Stream<Arguments> lostAnswers() {
        Printer before = queued(printer("X7-01"), "Gear");
        Printer more = queued(printer("X7-01"), "Gear", "Gear");
        Printer empty = queued(printer("X7-01"));
        return Stream.of(
                Arguments.of(Operation.ADD, more, Kind.FOUND_DONE, "entry-2"),
                Arguments.of(Operation.ADD, before, Kind.FOUND_NOT_DONE, null),
                Arguments.of(Operation.ADD, null, Kind.CANT_TELL, null),
                Arguments.of(Operation.REMOVE, empty, Kind.FOUND_DONE, null),
                Arguments.of(Operation.REMOVE, before, Kind.FOUND_NOT_DONE, null),
                Arguments.of(Operation.REMOVE, null, Kind.CANT_TELL, null),
                Arguments.of(Operation.CLEAR, empty, Kind.FOUND_DONE, null),
                Arguments.of(Operation.CLEAR, before, Kind.FOUND_NOT_DONE, null),
                Arguments.of(Operation.CLEAR, null, Kind.CANT_TELL, null),
                Arguments.of(Operation.WITHDRAW, empty, Kind.FOUND_DONE, null),
                Arguments.of(Operation.WITHDRAW, before, Kind.FOUND_NOT_DONE, null),
                Arguments.of(Operation.WITHDRAW, null, Kind.CANT_TELL, null),
                Arguments.of(Operation.PRINT, workingOn("job-7", "Gear"), Kind.FOUND_DONE, "job-7"),
                Arguments.of(Operation.PRINT, before, Kind.CANT_TELL, null),
                Arguments.of(Operation.PRINT, null, Kind.CANT_TELL, null));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whatReadingFindsOutAboutALostAnswerReachesTheAudit(
            Operation operation, @Nullable Printer after, Kind kind, @Nullable String result) {
        eiger.append = lost(after);
        eiger.print = lost(after);
        eiger.remove.put("entry-1", lost(after));
        boolean takesEntry = operation != Operation.ADD && operation != Operation.PRINT;

        bench.start(operation, "Gear", takesEntry ? new String[] {"entry-1"} : new String[0]);
        assertThat(onlyDeed().outcomes())
                .startsWith(new Outcome(Kind.UNKNOWN, null, "ref-7", "Eiger did not answer.", Duration.ZERO, null));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(2));

        assertThat(onlyDeed().outcomes()).hasSize(2);
        assertThat(last(onlyDeed()).kind()).isEqualTo(kind);
        assertThat(last(onlyDeed()).result()).isEqualTo(result);
        assertThat(bench.actions.open()).isEmpty();
        assertThat(eiger.sent).hasSize(1);
    }

    private <T> java.util.function.Supplier<Mono<T>> lost(@Nullable Printer after) {
        return () -> {
            if (after == null) {
                eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
            } else {
                eiger.show(after);
            }
            return FakeEiger.<T>fails(Bench.LOST).get();
        };
    }

    @Test
    void aStartThatAPollShowsMuchLaterIsFoundDoneAfterAll() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(last(onlyDeed()).kind()).isEqualTo(Kind.CANT_TELL);

        eiger.show(workingOn("job-7", "Gear"));
        bench.pass(Bench.A_MOMENT);

        assertThat(onlyDeed().outcomes())
                .extracting(Outcome::kind)
                .containsExactly(Kind.UNKNOWN, Kind.CANT_TELL, Kind.FOUND_DONE);
        assertThat(last(onlyDeed()).result()).isEqualTo("job-7");
    }

    @Test
    void aStartThatOnlyEigersListOfJobsShowsIsFoundThere() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action action = bench.start(Operation.PRINT, "Gear");
        eiger.jobs.add(new PrintJob(
                new JobId("job-8"),
                FarmFixtures.build("Gear").id(),
                "Failed",
                FarmFixtures.NOW.plusSeconds(1),
                FarmFixtures.NOW.plusSeconds(60)));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(action).standing()).isEqualTo(Standing.LISTED);
        assertThat(last(onlyDeed()).kind()).isEqualTo(Kind.FOUND_DONE);
        assertThat(last(onlyDeed()).result()).isEqualTo("job-8");
    }

    @Test
    void aListedJobThatHasNotEndedProvesThatEigerTookItButNotThatThePrinterDid() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action action = bench.start(Operation.PRINT, "Gear");
        eiger.jobs.add(new PrintJob(
                new JobId("job-8"),
                FarmFixtures.build("Gear").id(),
                "Printing",
                FarmFixtures.NOW.plusSeconds(1),
                null));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(action).standing()).isEqualTo(Standing.UNCONFIRMED);
        assertThat(last(onlyDeed()).kind()).isEqualTo(Kind.FOUND_DONE);
    }

    @Test
    void theEntryOfAConfirmedPrintIsADeedToo() {
        eiger.remove.put("entry-1", FakeEiger.fails(Bench.LOST));
        Action action = bench.start(Operation.PRINT, "Gear", "entry-1");
        eiger.show(queued(workingOn("job-new", "Gear"), "Gear"));
        bench.pass(Duration.ofSeconds(20));
        eiger.show(workingOn("job-new", "Gear"));
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.now(action).standing()).isEqualTo(Standing.STARTED_OUT);
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("print", "remove");
        assertThat(last(bench.audit.entries().get(0)).kind()).isEqualTo(Kind.DONE);
        assertThat(last(bench.audit.entries().get(1)).kind()).isEqualTo(Kind.FOUND_DONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "WITHDRAW", "PRINT"})
    void whatTheAuditCanNotTakeDownIsNotSent(Operation operation) {
        bench.audit.refuse(true);
        Action action = bench.start(operation, "Gear", "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.NOT_RECORDED);
        assertThat(eiger.sent).isEmpty();
        assertThat(action.steps()).allMatch(step -> step.result() == Step.Result.NOT_TRIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "WITHDRAW", "PRINT"})
    void whatTheJournalCanNotTakeDownDoesNotBegin(Operation operation) {
        journal.refuse(true);
        Action action = bench.start(operation, "Gear", "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.NOT_RECORDED);
        assertThat(eiger.readings).hasValue(0);
        assertThat(bench.audit.deeds()).isEmpty();
    }

    @Test
    void aJournalThatFailsInTheMiddleHoldsTheNextCallBackAndTheAuditSaysThatItWasNotDone() {
        eiger.show(queued(printer("X7-01"), "Gear", "Bracket"));
        eiger.remove.put("entry-2", () -> {
            journal.refuse(true);
            return eiger.takesOut("entry-2");
        });
        Action action = bench.start(Operation.CLEAR, null, "entry-1", "entry-2");

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(eiger.sent).containsExactly("remove id-X7-01 entry-2");
        assertThat(action.steps()).extracting(Step::result).containsExactly(Step.Result.NOT_TRIED, Step.Result.REMOVED);
        assertThat(bench.audit.entries())
                .extracting(entry -> last(entry).kind())
                .containsExactly(Kind.DONE, Kind.NOT_DONE);
        assertThat(List.of(action.detail())).isNotEmpty();
    }
}
