package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Outcome;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class RemovingTests {

    private static final String SENT = "remove id-X7-01 entry-1";

    private static final Trouble GONE = new Trouble.NotFound("Gone.", null);

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear", "Bracket"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    @Test
    void anEntryIsTakenOutByItsQueueId() {
        Action action = bench.start(Operation.REMOVE, null, "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.DONE);
        assertThat(action.subject()).isEqualTo("Gear");
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void nothingIsSentForAnEntryThatNoLongerWaits() {
        assertThat(bench.start(Operation.REMOVE, null, "entry-9").standing()).isEqualTo(Standing.ALREADY_GONE);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void nothingIsSentWhenTheQueueCannotBeRead() {
        eiger.reading = FakeEiger.fails(new Trouble.NotAuthorized("Keys refused.", null));

        assertThat(bench.start(Operation.REMOVE, null, "entry-1").standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void notFoundMeansGoneAlready() {
        eiger.remove.put("entry-1", () -> {
            eiger.show(queued(printer("X7-01")));
            return FakeEiger.<Void>fails(GONE).get();
        });

        assertThat(bench.start(Operation.REMOVE, null, "entry-1").standing()).isEqualTo(Standing.ALREADY_GONE);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void notFoundAboutAnEntryThatTheQueueStillShowsIsARefusal() {
        eiger.remove.put("entry-1", FakeEiger.fails(GONE));

        Action action = bench.start(Operation.REMOVE, null, "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.REFUSED);
        assertThat(action.progress().trouble()).isEqualTo(GONE);
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void aRefusalIsToldAndCanBeTriedAgainFromANewPage(Trouble trouble) {
        eiger.remove.put("entry-1", FakeEiger.fails(trouble));
        Action refused = bench.start(Operation.REMOVE, null, "entry-1");
        assertThat(refused.standing()).isEqualTo(Standing.REFUSED);
        assertThat(eiger.sent).containsExactly(SENT);

        eiger.remove.clear();
        assertThat(bench.start(Operation.REMOVE, null, "entry-1").standing()).isEqualTo(Standing.DONE);
        assertThat(eiger.sent).containsExactly(SENT, SENT);
    }

    @Test
    void aLostAnswerIsSettledOnceTheEntryIsGone() {
        eiger.remove.put("entry-1", FakeEiger.fails(Bench.LOST));
        Action checking = bench.start(Operation.REMOVE, null, "entry-1");
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);

        bench.pass(Duration.ofSeconds(60));
        eiger.show(printer("X7-01"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.FOUND_GONE);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void anEntryThatStaysIsNotRemovedAgain() {
        eiger.remove.put("entry-1", Mono::never);
        Action running = bench.start(Operation.REMOVE, null, "entry-1");
        bench.pass(Duration.ofSeconds(91)).pass(Bench.FOLLOW_UP.plusSeconds(1));

        assertThat(bench.now(running).standing()).isEqualTo(Standing.STILL_THERE);
        assertThat(eiger.sent).containsExactly(SENT);
    }

    @Test
    void whatEigerSaysIsOutButTheQueueStillShowsIsNeverDone() {
        eiger.remove.put("entry-1", Mono::empty);
        Action checking = bench.start(Operation.REMOVE, null, "entry-1");
        assertThat(checking.standing()).isEqualTo(Standing.CHECKING);
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));

        Action ended = bench.now(checking);
        assertThat(ended.standing()).isEqualTo(Standing.KEPT);
        assertThat(ended.still()).isEqualTo(new EntryId("entry-1"));
        assertThat(eiger.sent).containsExactly(SENT);
        assertThat(bench.audit.entries().get(0).outcomes())
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.DONE, Outcome.Kind.FOUND_NOT_DONE);
    }

    @Test
    void aQueueThatShowsItOnlyForAWhileAgreesInTheEnd() {
        eiger.remove.put("entry-1", Mono::empty);
        Action checking = bench.start(Operation.REMOVE, null, "entry-1");
        bench.pass(Duration.ofSeconds(20));
        eiger.show(printer("X7-01"));
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.DONE);
        assertThat(bench.audit.entries().get(0).outcomes()).hasSize(1);
    }

    @Test
    void aQueueThatCannotBeReadLeavesTheOutcomeUnknown() {
        eiger.remove.put("entry-1", FakeEiger.fails(Bench.LOST));
        Action checking = bench.start(Operation.REMOVE, null, "entry-1");
        eiger.reading = FakeEiger.fails(new Trouble.Unreadable("HTML.", null));
        bench.pass(Bench.FOLLOW_UP.plusMinutes(1));

        assertThat(bench.now(checking).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(eiger.sent).containsExactly(SENT);
    }
}
