package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.nordwand.audit.Actor;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ActionsTests {

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear", "Bracket"), printer("X7-02"));
    private final Bench bench = new Bench(eiger);

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private static String outcome(Claim claim) {
        return claim.fold(
                action -> "granted",
                action -> "repeated",
                denial -> denial.reason().name());
    }

    @Test
    void whatManyThreadsTellAtOnceReachesEverySubscriber() throws Exception {
        Tickets tickets = new Tickets();
        Actions actions = new Actions(tickets, new FakeJournal(), Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC));
        List<Action> told = new ArrayList<>();
        actions.updates().filter(action -> action.stage() == Stage.DONE).subscribe(told::add);

        List<String> ended = ClaimTests.together(IntStream.range(0, 64)
                .mapToObj(i -> (Callable<String>) () -> {
                    Printer printer = printer("X7-" + i);
                    Intent intent = Intent.of(
                            "session-1",
                            tickets.current("session-1", Tickets.at(printer.id())),
                            new Actor("lena", "operator", "10.0.0.7"),
                            Operation.REMOVE,
                            printer.id(),
                            null,
                            List.of(new EntryId("entry-1")));
                    Action action = Bench.granted(actions.claim(intent, printer));
                    return actions.update(action.now(Standing.DONE)).id();
                })
                .toList());
        bench.pass(Bench.A_MOMENT);

        assertThat(told).extracting(Action::id).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(actions.open()).isEmpty();
    }

    @Test
    void whoWaitsForAnActionGetsItOnceItIsSettled() {
        Action action = Bench.granted(bench.claim(bench.intent(Operation.REMOVE, null, "entry-1")));
        eiger.remove.put("entry-1", () -> eiger.takesOut("entry-1").delaySubscription(Duration.ofSeconds(2)));

        StepVerifier.create(bench.dispatcher.start(action).map(Action::standing))
                .then(() -> bench.pass(Duration.ofSeconds(1)))
                .expectNoEvent(Duration.ZERO)
                .then(() -> bench.pass(Duration.ofSeconds(2)))
                .expectNext(Standing.DONE)
                .verifyComplete();
    }

    @Test
    void whoWaitsForALongActionGetsItAsItIsAfterTheirPatience() {
        eiger.append = Mono::never;
        Action action = Bench.granted(bench.claim(bench.intent(Operation.ADD, "Gear")));

        StepVerifier.create(bench.dispatcher.start(action).map(Action::standing))
                .then(() -> bench.pass(Duration.ofSeconds(4)))
                .expectNext(Standing.RUNNING)
                .verifyComplete();
    }

    @Test
    void aBrowserThatLeavesNeitherStopsNorRepeatsAnAction() {
        Action action = Bench.granted(bench.claim(bench.intent(Operation.REMOVE, null, "entry-1")));
        eiger.remove.put("entry-1", () -> eiger.takesOut("entry-1").delaySubscription(Duration.ofSeconds(2)));
        bench.dispatcher.start(action).subscribe().dispose();
        bench.pass(Duration.ofSeconds(3));

        assertThat(bench.now(action).standing()).isEqualTo(Standing.DONE);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void anActionRunsEvenIfNobodyWaitsForIt() {
        Action action = Bench.granted(bench.claim(bench.intent(Operation.REMOVE, null, "entry-1")));
        Mono<Action> ignored = bench.dispatcher.start(action);
        bench.pass(Bench.A_MOMENT);

        assertThat(ignored).isNotNull();
        assertThat(bench.now(action).standing()).isEqualTo(Standing.DONE);
    }

    @Test
    void everyoneWhoLooksAtThePrinterIsToldOfEachChange() {
        StepVerifier.create(bench.actions.updates(Bench.X7).map(Action::standing))
                .then(() -> bench.start(Operation.PRINT, "Gear"))
                .expectNext(Standing.RUNNING, Standing.WAITING)
                .thenCancel()
                .verify();
        StepVerifier.create(bench.actions.updates().map(Action::printer))
                .then(() -> bench.start(Operation.ADD, "Gear"))
                .expectNext(Bench.X7, Bench.X7)
                .thenCancel()
                .verify();
    }

    @Test
    void whatHasEndedIsShownForAWhileAndWhatIsUnknownForLonger() {
        bench.start(Operation.REMOVE, null, "entry-1");
        eiger.print = FakeEiger.fails(Bench.LOST);
        bench.start(Operation.PRINT, "Gear");
        assertThat(bench.actions.recent(Bench.X7))
                .extracting(Action::operation)
                .containsExactly(Operation.PRINT, Operation.REMOVE);

        bench.pass(Duration.ofMinutes(10));
        assertThat(bench.actions.recent(Bench.X7)).extracting(Action::stage).containsExactly(Stage.UNKNOWN);
        bench.pass(Duration.ofHours(1));
        assertThat(bench.actions.recent(Bench.X7)).isEmpty();
    }

    @Test
    void anUnconfirmedPrintIsRememberedBeyondWhatIsShownUntilALaterOneIsConfirmed() {
        eiger.print = FakeEiger.fails(Bench.LOST);
        Action lost = bench.start(Operation.PRINT, "Gear");
        bench.pass(Bench.FOLLOW_UP.plusSeconds(1));
        for (int i = 0; i < 60; i++) {
            bench.start(Operation.REMOVE, null, "entry-1");
        }
        assertThat(bench.actions.unconfirmed(Bench.X7)).isEqualTo(bench.now(lost));

        eiger.print = FakeEiger.fails(new Trouble.Conflict("Not ready.", null));
        bench.start(Operation.PRINT, "Gear");
        assertThat(bench.actions.unconfirmed(Bench.X7))
                .as("a refusal confirms nothing")
                .isEqualTo(bench.now(lost));

        bench.pass(Duration.ofHours(25));
        assertThat(bench.actions.unconfirmed(Bench.X7)).isNull();
    }

    @Test
    void theMemoryOfAPrinterIsBounded() {
        for (int i = 0; i < 200; i++) {
            bench.start(Operation.REMOVE, null, "entry-9");
        }
        assertThat(bench.actions.recent(Bench.X7)).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "PRINT"})
    void aFaultOfOursBeforeAnythingWasSentIsSaidToHaveSentNothing(Operation operation) {
        eiger.reading = () -> {
            throw new IllegalStateException("our own fault");
        };
        Action action = bench.start(operation, "Gear", "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.NOT_SENT);
        assertThat(eiger.sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class, names = "ADD", mode = EnumSource.Mode.EXCLUDE)
    void aFaultOfOursInTheMiddleEndsInUnknownAndFreesThePrinter(Operation operation) {
        QueueReading broken = mock(QueueReading.class, call -> {
            throw new IllegalStateException("our own fault");
        });
        eiger.reading = () -> Mono.just(broken);
        Action action = bench.start(operation, "Gear", "entry-1");

        assertThat(action.standing()).isEqualTo(Standing.BROKEN);
        assertThat(action.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(outcome(bench.claim(bench.intent(Operation.ADD, "Gear")))).isEqualTo("granted");
    }
}
