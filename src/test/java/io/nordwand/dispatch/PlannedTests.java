package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class PlannedTests {

    private static final PrinterId X7 = Bench.X7;
    private static final PrinterId OTHER = Queues.id("X7-02");
    private static final List<String> MOVE_BOTH = List.of(
            "append id-X7-02 build-Gear",
            "remove id-X7-01 X7-01-Gear",
            "append id-X7-02 build-Bracket",
            "remove id-X7-01 X7-01-Bracket");

    private final FakeEiger eiger = new FakeEiger();
    private final Queues queues =
            new Queues(eiger).with("X7-01", "Gear", "Bracket", "Clamp").with("X7-02", "Hub");
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private static List<Result> results(Action action) {
        return action.steps().stream().map(Step::result).toList();
    }

    private static Stream<Step> pair(PrinterId to, String title) {
        EntryId entry = new EntryId("X7-01-" + title);
        BuildId build = new BuildId("build-" + title);
        return Stream.of(Step.append(to, build, title, entry), Step.remove(X7, entry, build, title));
    }

    private Intent move(String... titles) {
        EntryId[] entries = Arrays.stream(titles)
                .map(title -> new EntryId("X7-01-" + title))
                .toArray(EntryId[]::new);
        List<Step> plan =
                Arrays.stream(titles).flatMap(title -> pair(OTHER, title)).toList();
        return bench.intent(
                        Operation.MOVE,
                        null,
                        Arrays.stream(entries).map(EntryId::value).toArray(String[]::new))
                .with(plan, seen());
    }

    private Intent reorder(String... titles) {
        List<Step> plan =
                Arrays.stream(titles).flatMap(title -> pair(X7, title)).toList();
        return bench.intent(Operation.REORDER, null).with(plan, Map.of(X7, ids("X7-01")));
    }

    private Intent send(int copies) {
        Step copy = Step.append(X7, new BuildId("build-Wheel"), "Wheel", null);
        return bench.intent(Operation.SEND, "Wheel")
                .with(IntStream.range(0, copies).mapToObj(i -> copy).toList(), Map.of());
    }

    private Map<PrinterId, List<EntryId>> seen() {
        return Map.of(X7, ids("X7-01"), OTHER, ids("X7-02"));
    }

    private List<EntryId> ids(String printer) {
        return queues.ids(printer).stream().map(EntryId::new).toList();
    }

    /** Call number {@code which}, counted from 0, fails so; whether it takes effect all the same is said as well. */
    private void fail(int which, Trouble trouble, boolean effect) {
        AtomicInteger calls = new AtomicInteger();
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> {
            boolean fails = calls.getAndIncrement() == which;
            EntryId made = fails && !effect ? new EntryId("none") : queues.append(printer, build);
            if (fails) {
                throw new FarmException(trouble);
            }
            return made;
        });
        eiger.removing = (printer, entry) -> Mono.defer(() -> {
            boolean fails = calls.getAndIncrement() == which;
            Mono<Void> removed = fails && !effect ? Mono.empty() : queues.remove(printer, entry);
            return fails ? removed.then(Mono.error(new FarmException(trouble))) : removed;
        });
    }

    private void neverLost() {
        assertThat(Stream.of("Gear", "Bracket", "Clamp", "Hub"))
                .allSatisfy(title -> assertThat(queues.jobs(title)).as(title).isPositive());
        assertThat(eiger.sent).doesNotHaveDuplicates();
    }

    @Test
    void aMoveAppendsBeforeItTakesOut() {
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH);
        assertThat(queues.titles("X7-01")).containsExactly("Clamp");
        assertThat(queues.titles("X7-02")).containsExactly("Hub", "Gear", "Bracket");
        assertThat(action.steps().get(0).made()).isEqualTo(new EntryId("new-1"));
        assertThat(action.steps()).extracting(Step::title).containsExactly("Gear", "Gear", "Bracket", "Bracket");
    }

    @Test
    void whatEigerSaysIsOutButTheQueueStillShowsCanBeTakenOutAgain() {
        eiger.removing = (printer, entry) -> Mono.empty();
        Action checking = bench.start(move("Gear"));
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(ended)).containsExactly(Result.ADDED, Result.STILL_THERE);
        assertThat(Left.of(ended)).extracting(Left::index).containsExactly(1);
        assertThat(Left.of(ended)).allMatch(Left::certain);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCopyThatDidNotTurnUpMayHaveBeenTakenAwayWhereOthersChangedTheQueue(boolean others) {
        fail(0, Bench.LOST, false);
        Action checking = bench.start(reorder("Gear", "Bracket"));
        bench.pass(Duration.ofSeconds(30));
        if (others) {
            queues.take(X7, new EntryId("X7-01-Clamp"));
        }
        bench.pass(Bench.FOLLOW_UP);

        assertThat(results(bench.now(checking)).get(0)).isEqualTo(others ? Result.UNKNOWN : Result.NOT_FOUND);
    }

    @Test
    void ourOwnEarlierStepsAreNoTraceOfOthers() {
        fail(2, Bench.LOST, false);
        Action checking = bench.start(reorder("Gear", "Bracket"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(results(bench.now(checking)))
                .containsExactly(Result.ADDED, Result.REMOVED, Result.NOT_FOUND, Result.NOT_TRIED);
    }

    @Test
    void aNewOrderIsMadeOnOnePrinter() {
        Action action = bench.start(reorder("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(queues.titles("X7-01")).containsExactly("Clamp", "Gear", "Bracket");
        assertThat(eiger.sent).hasSize(4).first().isEqualTo("append id-X7-01 build-Gear");
    }

    @Test
    void copiesAreSentOneAfterTheOther() {
        Action action = bench.start(send(3));

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(action.subject()).isEqualTo("Wheel");
        assertThat(queues.jobs("Wheel")).isEqualTo(3);
        assertThat(action.steps())
                .extracting(Step::made)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void eachStepIsTakenDownAsOnItsWayBeforeItsCall() {
        List<List<Result>> atCall = new ArrayList<>();
        eiger.appending = (printer, build) -> {
            atCall.add(results(bench.actions.recent(OTHER).get(0)));
            return Mono.fromSupplier(() -> queues.append(printer, build));
        };
        eiger.removing = (printer, entry) -> {
            atCall.add(results(bench.actions.recent(X7).get(0)));
            return queues.remove(printer, entry);
        };
        bench.start(move("Gear"));

        assertThat(atCall)
                .containsExactly(List.of(Result.SENDING, Result.NOT_TRIED), List.of(Result.ADDED, Result.SENDING));
    }

    @ParameterizedTest
    @MethodSource("refusedSteps")
    void aRefusalStopsTheRunAndTheRestIsNotTried(int which, Trouble trouble) {
        fail(which, trouble, false);
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(which == 0 ? Standing.REFUSED : Standing.PARTLY);
        assertThat(action.progress().trouble()).isEqualTo(trouble);
        assertThat(results(action).get(which)).isEqualTo(Result.REFUSED);
        assertThat(results(action).subList(which + 1, 4)).allMatch(Result.NOT_TRIED::equals);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, which + 1));
        neverLost();
    }

    static Stream<Arguments> refusedSteps() {
        return Bench.refusals()
                .flatMap(trouble -> IntStream.range(0, 4).mapToObj(which -> Arguments.of(which, trouble)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void ofALostAppendThatIsFoundNothingIsTakenOut(int which) {
        fail(which, Bench.LOST, true);
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.UNSURE);
        assertThat(results(action).get(which)).isEqualTo(Result.FOUND_ADDED);
        assertThat(results(action).get(which + 1)).isEqualTo(Result.NOT_TRIED);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, which + 1));
        neverLost();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void ofALostAppendThatIsNotFoundNothingIsTakenOut(int which) {
        fail(which, Bench.LOST, false);
        Action checking = bench.start(move("Gear", "Bracket"));
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action action = bench.now(checking);
        assertThat(action.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(action).get(which)).isEqualTo(Result.NOT_FOUND);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, which + 1));
        neverLost();
    }

    @Test
    void aLostAppendMayTakeEffectLate() {
        fail(0, Bench.LOST, false);
        Action checking = bench.start(move("Gear"));
        bench.pass(Duration.ofSeconds(100));
        queues.append(OTHER, new BuildId("build-Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNSURE);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void aNewEntryWithoutABuildMayBeTheLostOne() {
        fail(0, Bench.LOST, false);
        Action checking = bench.start(move("Gear"));
        queues.nameless(OTHER);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(bench.now(checking))).containsExactly(Result.UNKNOWN, Result.NOT_TRIED);
    }

    @Test
    void aQueueThatCannotBeReadAfterALostAppendLeavesItUnknown() {
        fail(0, Bench.LOST, true);
        eiger.readingOf = unreadableAfter(1);
        Action checking = bench.start(move("Gear"));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(2));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(bench.now(checking))).containsExactly(Result.UNKNOWN, Result.NOT_TRIED);
        assertThat(eiger.sent).hasSize(1);
    }

    private Function<PrinterId, Mono<QueueReading>> unreadableAfter(int calls) {
        return printer -> eiger.sent.size() < calls
                ? eiger.plain(printer)
                : Mono.error(new FarmException(new Trouble.Unavailable("Down.", null)));
    }

    @Test
    void withoutAReadingOfTheCopyNothingIsTakenOut() {
        eiger.readingOf = unreadableAfter(1);
        Action running = bench.start(move("Gear"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(running).standing()).isEqualTo(Standing.COPY_GONE);
        assertThat(results(bench.now(running))).containsExactly(Result.ADDED, Result.NOT_TRIED);
        assertThat(eiger.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aLostRemovalThatTookEffectGoesOn(int which) {
        fail(which, Bench.LOST, true);
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(results(action).get(which)).isEqualTo(Result.FOUND_GONE);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH);
        neverLost();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aLostRemovalWithoutEffectStops(int which) {
        fail(which, Bench.LOST, false);
        Action checking = bench.start(move("Gear", "Bracket"));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action action = bench.now(checking);
        assertThat(action.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(action).get(which)).isEqualTo(Result.STILL_THERE);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, which + 1));
        neverLost();
    }

    @Test
    void aLostRemovalOfAJobThatThePrinterHasBegunIsNotTakenForOurs() {
        eiger.removing = (printer, entry) -> Mono.defer(() -> {
            queues.begin(printer, entry);
            return Mono.error(new FarmException(Bench.LOST));
        });
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.OVERTAKEN);
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, 2));
    }

    @Test
    void goneBeforeItIsTakenOutStopsAndIsSaid() {
        eiger.removing = (printer, entry) -> {
            queues.begin(printer, entry);
            return queues.remove(printer, entry);
        };
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.OVERTAKEN);
        assertThat(results(action))
                .containsExactly(Result.ADDED, Result.ALREADY_GONE, Result.NOT_TRIED, Result.NOT_TRIED);
        assertThat(Bench.sentences(action).get(0))
                .isEqualTo("Gear was gone from X7-01 before it could be taken out, but its copy waits at X7-02");
        assertThat(eiger.sent).isEqualTo(MOVE_BOTH.subList(0, 2));
    }

    @Test
    void nothingIsTakenOutWhenTheOriginalIsGoneAfterAppending() {
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> {
            queues.begin(X7, new EntryId("X7-01-Gear"));
            return queues.append(printer, build);
        });
        Action action = bench.start(move("Gear"));

        assertThat(action.standing()).isEqualTo(Standing.OVERTAKEN);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void notFoundAboutWhatTheQueueStillShowsIsARefusal() {
        fail(1, new Trouble.NotFound("No such printer.", null), false);
        Action action = bench.start(move("Gear"));

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(results(action)).containsExactly(Result.ADDED, Result.REFUSED);
    }

    @Test
    void whileTheCopyDoesNotShowNothingIsTakenOut() {
        eiger.appending = (printer, build) -> Mono.just(new EntryId("new-9"));
        Action running = bench.start(move("Gear"));
        assertThat(running.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(running).standing()).isEqualTo(Standing.COPY_GONE);
        assertThat(eiger.sent).hasSize(1);
        neverLost();
    }

    @Test
    void aCopyThatShowsLateIsWaitedFor() {
        eiger.appending = (printer, build) -> Mono.just(new EntryId("new-1"));
        Action running = bench.start(move("Gear"));
        bench.pass(Duration.ofSeconds(20));
        queues.append(OTHER, new BuildId("build-Gear"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(running).standing()).isEqualTo(Standing.DONE);
        assertThat(queues.titles("X7-01")).containsExactly("Bracket", "Clamp");
    }

    @Test
    void aCopyThatStartsAtOnceLeavesTheOriginalToAPerson() {
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> {
            EntryId made = queues.append(printer, build);
            queues.begin(printer, made);
            return made;
        });
        Action action = bench.start(move("Gear"));

        assertThat(action.standing()).isEqualTo(Standing.COPY_GONE);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void ofWhatHasStartedMeanwhileNoCopyIsMade() {
        eiger.removing = (printer, entry) ->
                queues.remove(printer, entry).doOnSuccess(gone -> queues.begin(X7, new EntryId("X7-01-Bracket")));
        Action action = bench.start(move("Gear", "Bracket"));

        assertThat(action.standing()).isEqualTo(Standing.MOVED_ON);
        assertThat(queues.jobs("Bracket")).isEqualTo(1);
        assertThat(results(action)).containsExactly(Result.ADDED, Result.REMOVED, Result.NOT_TRIED, Result.NOT_TRIED);
    }

    @Test
    void aQueueThatIsNotWhatThePersonSawIsDetectedBeforeTheFirstCall() {
        List<Runnable> changes = List.of(
                () -> queues.append(X7, new BuildId("build-Hub")),
                () -> queues.take(X7, new EntryId("X7-01-Clamp")),
                () -> queues.append(OTHER, new BuildId("build-Hub")),
                () -> {
                    queues.take(X7, new EntryId("X7-01-Bracket"));
                    queues.append(X7, new BuildId("build-Bracket"));
                });
        for (Runnable change : changes) {
            Intent intent = move("Gear");
            change.run();
            Action action = bench.start(intent);
            assertThat(action.standing()).isEqualTo(Standing.CHANGED);
            assertThat(eiger.sent).isEmpty();
        }
    }

    @Test
    void theOrderAloneIsAChange() {
        Intent intent = move("Gear");
        List<EntryId> swapped =
                List.of(ids("X7-01").get(1), ids("X7-01").get(0), ids("X7-01").get(2));

        Action action = bench.start(intent.with(intent.plan(), Map.of(X7, swapped, OTHER, ids("X7-02"))));

        assertThat(action.standing()).isEqualTo(Standing.CHANGED);
        assertThat(Bench.sentences(action).get(0)).contains("the queue of X7-01 changed");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void anEntryThatDoesNotWaitIsAChangeWhateverThePersonSaw() {
        Intent intent = move("Gear").with(pair(OTHER, "Gone").toList(), Map.of());

        assertThat(bench.start(intent).standing()).isEqualTo(Standing.CHANGED);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentWhenAPrinterOrABuildCannotBeRead() {
        eiger.readingOf = printer -> printer.equals(OTHER)
                ? Mono.error(new FarmException(new Trouble.Unavailable("Down.", null)))
                : eiger.plain(printer);
        assertThat(bench.start(move("Gear")).standing()).isEqualTo(Standing.NOT_SENT);
        eiger.readingOf = printer -> Mono.empty();
        assertThat(bench.start(move("Gear")).standing()).isEqualTo(Standing.NOT_SENT);
        eiger.readingOf = null;
        eiger.build = FakeEiger.fails(new Trouble.NotFound("No such build.", null));
        assertThat(bench.start(move("Gear")).standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FX20", "X7"})
    void aBuildThatDoesNotFitTheTargetIsNotSent(String series) {
        Build gear = FarmFixtures.build("Gear");
        eiger.build = () -> Mono.just(new Build(
                gear.id(),
                gear.title(),
                series,
                gear.partCount(),
                gear.primaryMaterial(),
                gear.secondaryMaterial(),
                gear.needs(),
                gear.estimate(),
                false,
                null,
                null));
        Standing expected = series.equals("X7") ? Standing.UNSLICED : Standing.OTHER_SERIES;

        assertThat(bench.start(move("Gear")).standing()).isEqualTo(expected);
        assertThat(bench.start(reorder("Gear")).standing()).isEqualTo(expected);
        assertThat(bench.start(send(2)).standing()).isEqualTo(expected);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void aShutdownEndsTheRunBetweenTwoSteps() {
        eiger.appending = (printer, build) ->
                Mono.fromSupplier(() -> queues.append(printer, build)).delaySubscription(Duration.ofSeconds(5));
        Action running = bench.start(move("Gear", "Bracket"));
        bench.closing.stop(() -> {});
        bench.pass(Duration.ofSeconds(6));

        assertThat(bench.now(running).standing()).isEqualTo(Standing.PARTLY);
        assertThat(results(bench.now(running)))
                .containsExactly(Result.ADDED, Result.NOT_TRIED, Result.NOT_TRIED, Result.NOT_TRIED);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void aLostCopyThatIsFoundDoesNotKeepTheOthersFromBeingSent() {
        fail(1, Bench.LOST, true);
        Action action = bench.start(send(3));

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(results(action)).containsExactly(Result.ADDED, Result.FOUND_ADDED, Result.ADDED);
        assertThat(queues.jobs("Wheel")).isEqualTo(3);
    }

    @Test
    void whatEarlierStepsMadeIsNotTakenForALostCopy() {
        fail(1, Bench.LOST, false);
        Action checking = bench.start(send(3));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action action = bench.now(checking);
        assertThat(action.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(action)).containsExactly(Result.ADDED, Result.NOT_FOUND, Result.NOT_TRIED);
        assertThat(eiger.sent).hasSize(2);
    }

    /** Ids are the same in any letter case; one that is answered in capitals is not somebody else's job. */
    private void answerInCapitals() {
        Function<EntryId, EntryId> capitals = id -> new EntryId(id.value().toUpperCase(Locale.ROOT));
        var plain = Objects.requireNonNull(eiger.appending);
        eiger.appending = (printer, build) -> plain.apply(printer, build).map(capitals);
    }

    @Test
    void anIdAnsweredInOtherLetterCaseIsTheSameCopy() {
        answerInCapitals();

        assertThat(bench.start(move("Gear")).standing()).isEqualTo(Standing.DONE);
        assertThat(queues.jobs("Gear")).isEqualTo(1);
    }

    @Test
    void aCopyInOtherLetterCaseIsNotTakenForALostOne() {
        fail(1, Bench.LOST, false);
        answerInCapitals();
        Action checking = bench.start(send(3));
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(results(bench.now(checking))).containsExactly(Result.ADDED, Result.NOT_FOUND, Result.NOT_TRIED);
        assertThat(eiger.sent).hasSize(2);
    }

    @Test
    void allPrintersOfAPlanAreTakenWhileItRuns() {
        eiger.appending = (printer, build) -> Mono.never();
        Action running = bench.start(move("Gear"));
        Intent there = Intent.of(
                "session-2",
                bench.tickets.current("session-2", Tickets.at(OTHER)),
                running.actor(),
                Operation.ADD,
                OTHER,
                new BuildId("build-Gear"),
                List.of());

        assertThat(bench.claim(there)).isEqualTo(new Claim.Denied(Denial.busy(running)));
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void aFaultOfOursInTheMiddleIsALostAnswer() {
        eiger.removing = (printer, entry) -> Mono.error(new IllegalStateException("our own fault"));
        Action checking = bench.start(move("Gear"));
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        assertThat(results(bench.now(checking))).containsExactly(Result.ADDED, Result.STILL_THERE);
    }

    @ParameterizedTest
    @ValueSource(ints = 400)
    void whateverGoesWrongNoJobIsLostAndNothingIsSentTwice(int runs) {
        for (int seed = 0; seed < runs; seed++) {
            randomRun(seed);
        }
    }

    private void randomRun(int seed) {
        Random random = new Random(seed);
        FakeEiger fake = new FakeEiger();
        Queues some = new Queues(fake).with("X7-01", "Gear", "Bracket", "Clamp").with("X7-02", "Hub");
        fake.appending = (printer, build) -> Mono.defer(() -> faulty(
                random,
                () -> Mono.just(some.append(printer, build)),
                printer.equals(X7) ? null : () -> begin(some, random)));
        fake.removing = (printer, entry) ->
                Mono.defer(() -> faulty(random, () -> some.remove(printer, entry), () -> begin(some, random)));
        fake.readingOf = printer -> random.nextInt(10) == 0
                ? Mono.error(new FarmException(new Trouble.Unavailable("Down.", null)))
                : fake.plain(printer);
        Bench other = new Bench(fake);
        PrinterId to = random.nextBoolean() ? OTHER : X7;
        Operation operation = to.equals(X7) ? Operation.REORDER : Operation.MOVE;
        Action action = other.start(other.intent(operation, null, "X7-01-Gear")
                .with(Stream.concat(pair(to, "Gear"), pair(to, "Bracket")).toList(), Map.of()));
        other.pass(Duration.ofMinutes(30));

        Action ended = other.now(action);
        assertThat(ended.stage().ended()).as("seed %s", seed).isTrue();
        assertThat(fake.sent).as("seed %s", seed).doesNotHaveDuplicates();
        assertThat(Stream.of("Gear", "Bracket", "Clamp", "Hub"))
                .as("seed %s", seed)
                .allSatisfy(title -> assertThat(some.jobs(title)).as(title).isPositive());
        if (ended.standing() == Standing.DONE) {
            assertThat(List.of("Gear", "Bracket"))
                    .as("seed %s", seed)
                    .allSatisfy(title -> assertThat(some.jobs(title)).as(title).isEqualTo(1));
        }
    }

    private static void begin(Queues some, Random random) {
        List<String> ids = some.ids("X7-01");
        if (!ids.isEmpty() && random.nextInt(8) == 0 && some.idle(X7)) {
            some.begin(X7, new EntryId(ids.get(0)));
        }
    }

    private static <T> Mono<T> faulty(Random random, Supplier<Mono<T>> effect, @Nullable Runnable meanwhile) {
        if (meanwhile != null) {
            meanwhile.run();
        }
        return switch (random.nextInt(8)) {
            case 0 -> Mono.error(new FarmException(Bench.LOST));
            case 1 -> effect.get().then(Mono.error(new FarmException(Bench.LOST)));
            case 2 -> Mono.error(new FarmException(new Trouble.Conflict("No.", null)));
            default -> Objects.requireNonNull(effect.get());
        };
    }
}
