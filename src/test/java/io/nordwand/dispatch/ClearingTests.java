package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Outcome;
import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class ClearingTests {

    private static final String[] ALL = {"entry-1", "entry-2", "entry-3"};

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear", "Bracket", "Clamp"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private List<String> sentEntries() {
        return eiger.sent.stream()
                .map(sent -> sent.replace("remove id-X7-01 ", ""))
                .toList();
    }

    private static List<Result> results(Action action) {
        return action.steps().stream().map(Step::result).toList();
    }

    @Test
    void theEntriesThatWereShownGoFromTheEndEachOnce() {
        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(Bench.sentences(action)).first().isEqualTo("All 3 jobs are out of the queue of X7-01");
        assertThat(action.steps()).extracting(Step::title).containsExactly("Gear", "Bracket", "Clamp");
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2", "entry-1");
    }

    @Test
    void anEntryThatWasNotShownStays() {
        bench.start(Operation.CLEAR, null, "entry-1", "entry-3");

        assertThat(sentEntries()).containsExactly("entry-3", "entry-1");
    }

    @Test
    void nothingIsSentForAnEntryThatNoLongerWaits() {
        Action action = bench.start(Operation.CLEAR, null, "entry-1", "entry-gone");

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(results(action)).containsExactly(Result.REMOVED, Result.ALREADY_GONE);
        assertThat(sentEntries()).containsExactly("entry-1");
    }

    @Test
    void goneMeanwhileIsAsGoodAsRemoved() {
        eiger.remove.put("entry-2", () -> {
            eiger.show(queued(printer("X7-01")));
            return FakeEiger.<Void>fails(new Trouble.NotFound("Gone.", null)).get();
        });

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(results(action)).containsExactly(Result.REMOVED, Result.ALREADY_GONE, Result.REMOVED);
    }

    @Test
    void notFoundAboutAnEntryThatTheQueueStillShowsIsARefusal() {
        Trouble wrong = new Trouble.NotFound("No such printer.", null);
        eiger.remove.put("entry-2", FakeEiger.fails(wrong));

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(results(action)).containsExactly(Result.REMOVED, Result.REFUSED, Result.REMOVED);
        assertThat(action.progress().trouble()).isEqualTo(wrong);
    }

    @Test
    void aRefusalOfOneEntryDoesNotStopTheOthersAndIsReported() {
        eiger.remove.put("entry-2", FakeEiger.fails(new Trouble.Conflict("It has started.", "ref-2")));

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(Bench.sentences(action)).first().isEqualTo("2 of 3 jobs are out of the queue of X7-01");
        assertThat(results(action)).containsExactly(Result.REMOVED, Result.REFUSED, Result.REMOVED);
        assertThat(action.reference()).isEqualTo("ref-2");
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2", "entry-1");
    }

    @Test
    void whatHelpsNoFurtherEntryEndsTheRun() {
        eiger.remove.put("entry-2", FakeEiger.fails(new Trouble.RateLimited("Slow down.", null, null)));

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.PARTLY);
        assertThat(results(action)).containsExactly(Result.NOT_TRIED, Result.REFUSED, Result.REMOVED);
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2");
    }

    @Test
    void withoutAnySuccessItIsRefused() {
        eiger.remove.put("entry-3", FakeEiger.fails(new Trouble.NotAuthorized("Keys refused.", null)));

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.REFUSED);
        assertThat(sentEntries()).containsExactly("entry-3");
    }

    @Test
    void aLostAnswerIsSettledByReadingTheQueue() {
        eiger.remove.put("entry-2", FakeEiger.fails(Bench.LOST));
        Action checking = bench.start(Operation.CLEAR, null, ALL);
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        assertThat(results(checking)).containsExactly(Result.REMOVED, Result.UNKNOWN, Result.REMOVED);

        eiger.show(printer("X7-01"));
        bench.pass(Duration.ofSeconds(5));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.DONE);
        assertThat(results(ended)).containsExactly(Result.REMOVED, Result.FOUND_GONE, Result.REMOVED);
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2", "entry-1");
    }

    @Test
    void twoLostAnswersInARowEndTheRun() {
        eiger.remove.put("entry-3", FakeEiger.fails(Bench.LOST));
        eiger.remove.put("entry-2", FakeEiger.fails(Bench.LOST));
        Action checking = bench.start(Operation.CLEAR, null, ALL);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(ended)).containsExactly(Result.NOT_TRIED, Result.STILL_THERE, Result.STILL_THERE);
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2");
    }

    @Test
    void whatCannotBeReadStaysUnknownAndKeepsWhatIsKnown() {
        eiger.remove.put("entry-2", FakeEiger.fails(Bench.LOST));
        Action checking = bench.start(Operation.CLEAR, null, ALL);
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(Bench.sentences(ended)).first().isEqualTo("2 of 3 jobs are known to be out of the queue of X7-01");
        assertThat(results(ended)).containsExactly(Result.REMOVED, Result.UNKNOWN, Result.REMOVED);
    }

    @Test
    void aFaultOfOursInTheMiddleIsALostAnswerAndForgetsNothing() {
        eiger.remove.put("entry-2", () -> Mono.error(new IllegalStateException("our own fault")));
        Action checking = bench.start(Operation.CLEAR, null, ALL);

        assertThat(results(checking)).containsExactly(Result.REMOVED, Result.UNKNOWN, Result.REMOVED);
    }

    @Test
    void nothingIsSentWhenTheQueueCannotBeRead() {
        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Down.", null));

        Action action = bench.start(Operation.CLEAR, null, ALL);

        assertThat(action.standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void stepsAreSeenWhileItRuns() {
        eiger.remove.put("entry-2", Mono::never);

        Action running = bench.start(Operation.CLEAR, null, ALL);

        assertThat(running.stage()).isEqualTo(Stage.RUNNING);
        assertThat(results(running)).containsExactly(Result.NOT_TRIED, Result.SENDING, Result.REMOVED);
    }

    @Test
    void whatEigerSaysIsOutButTheQueueStillShowsIsNotCountedAsDone() {
        eiger.remove.put("entry-2", Mono::empty);
        Action checking = bench.start(Operation.CLEAR, null, ALL);
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(results(ended)).containsExactly(Result.REMOVED, Result.STILL_THERE, Result.REMOVED);
        assertThat(bench.audit.entries().get(1).outcomes())
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.DONE, Outcome.Kind.FOUND_NOT_DONE);
    }

    @Test
    void aShutdownEndsTheRunBetweenTwoEntries() {
        eiger.remove.put("entry-2", () -> eiger.takesOut("entry-2").delaySubscription(Duration.ofSeconds(5)));
        Action running = bench.start(Operation.CLEAR, null, ALL);

        bench.closing.stop(() -> {});
        bench.pass(Duration.ofSeconds(6));

        Action ended = bench.now(running);
        assertThat(ended.standing()).isEqualTo(Standing.PARTLY);
        assertThat(results(ended)).containsExactly(Result.NOT_TRIED, Result.REMOVED, Result.REMOVED);
        assertThat(sentEntries()).containsExactly("entry-3", "entry-2");
    }

    @ParameterizedTest
    @ValueSource(ints = 700)
    void aLongQueueIsClearedWhole(int length) {
        String[] titles = new String[length];
        String[] entries = new String[length];
        for (int i = 0; i < length; i++) {
            titles[i] = "Part " + i;
            entries[i] = "entry-" + (i + 1);
        }
        eiger.show(queued(printer("X7-01"), titles));

        assertThat(bench.start(Operation.CLEAR, null, entries).standing()).isEqualTo(Standing.DONE);
        assertThat(eiger.sent).hasSize(length).doesNotHaveDuplicates();
    }
}
