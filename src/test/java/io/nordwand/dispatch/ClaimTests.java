package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

class ClaimTests {

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

    private static Intent by(Intent intent, String session, String actionId, BuildId build) {
        return Intent.of(
                session, actionId, intent.actor(), intent.operation(), intent.printer(), build, intent.entries());
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "PRINT"})
    void theSameFormSentAgainGetsTheFirstActionAndSendsNothing(Operation operation) {
        Intent intent = bench.intent(operation, "Gear", "entry-1");
        Action first = Bench.granted(bench.claim(intent));
        bench.dispatcher.start(first).subscribe();
        bench.pass(Duration.ofHours(1));
        List<String> sent = List.copyOf(eiger.sent);

        assertThat(bench.claim(intent)).isEqualTo(new Claim.Repeated(List.of(bench.now(first))));
        assertThat(eiger.sent).isEqualTo(sent);
    }

    @Test
    void aSecondTabDrawnFromTheSameStateCannotActAsWell() {
        Intent first = bench.intent(Operation.ADD, "Gear");
        Intent second = bench.intent(Operation.ADD, "Bracket");
        assertThat(second.actionId()).isEqualTo(first.actionId());

        assertThat(outcome(bench.claim(first))).isEqualTo("granted");
        assertThat(outcome(bench.claim(second))).isEqualTo("STALE");
    }

    @Test
    void thePageDrawnAfterwardsMayAct() {
        bench.start(Operation.ADD, "Gear");
        assertThat(outcome(bench.claim(bench.intent(Operation.ADD, "Gear")))).isEqualTo("granted");
    }

    @Test
    void anIdIsGoodOnlyInTheSessionAndForThePrinterThatItWasGivenTo() {
        Intent intent = bench.intent(Operation.ADD, "Gear");
        Intent elsewhere = Intent.of(
                "session-1",
                intent.actionId(),
                new Actor("lena", "operator", "10.0.0.7"),
                Operation.ADD,
                new PrinterId("id-X7-02"),
                new BuildId("build-Gear"),
                List.of());

        assertThat(outcome(bench.claim(by(intent, "session-2", intent.actionId(), new BuildId("build-Gear")))))
                .isEqualTo("STALE");
        assertThat(outcome(bench.claim(elsewhere))).isEqualTo("STALE");
        assertThat(outcome(bench.claim(by(intent, "session-1", "made-up", new BuildId("build-Gear")))))
                .isEqualTo("STALE");
        assertThat(outcome(bench.claim(intent))).isEqualTo("granted");
    }

    @Test
    void twoPeopleCannotActOnOnePrinterAtOnce() {
        eiger.append = Mono::never;
        Action running = bench.start(Operation.ADD, "Gear");
        Intent other = by(
                bench.intent(Operation.ADD, "Gear"),
                "session-2",
                bench.tickets.current("session-2", Tickets.at(Bench.X7)),
                new BuildId("build-Gear"));

        assertThat(bench.claim(other)).isEqualTo(new Claim.Denied(Denial.busy(running)));
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void whoWasTooEarlyMaySendTheSameFormLater() {
        eiger.append = () -> Mono.<EntryId>never().timeout(Duration.ofSeconds(9), Mono.just(new EntryId("entry-new")));
        bench.start(Operation.ADD, "Gear");
        Intent other = bench.intent(Operation.REMOVE, null, "entry-1");
        assertThat(outcome(bench.claim(other))).isEqualTo("BUSY");

        bench.pass(Duration.ofSeconds(10));
        assertThat(outcome(bench.claim(other))).isEqualTo("granted");
    }

    @Test
    void whileAPrintIsNotConfirmedNoOtherMayStartThere() {
        bench.start(Operation.PRINT, "Gear");

        assertThat(outcome(bench.claim(bench.intent(Operation.PRINT, "Gear")))).isEqualTo("BUSY");
        assertThat(outcome(bench.claim(bench.intent(Operation.ADD, "Gear")))).isEqualTo("granted");
    }

    @Test
    void whileALostAnswerIsLookedForOnlyRemovingIsPossible() {
        eiger.append = FakeEiger.fails(Bench.LOST);
        bench.start(Operation.ADD, "Gear");

        for (Operation operation : List.of(Operation.ADD, Operation.CLEAR, Operation.PRINT)) {
            assertThat(outcome(bench.claim(bench.intent(operation, "Gear", "entry-1"))))
                    .as(operation.key())
                    .isEqualTo("BUSY");
        }
        assertThat(outcome(bench.claim(bench.intent(Operation.REMOVE, null, "entry-1"))))
                .isEqualTo("granted");
    }

    @Test
    void ofManyWhoSendTheSameFormAtOnceExactlyOneIsGranted() throws Exception {
        for (int round = 0; round < 50; round++) {
            Tickets tickets = new Tickets();
            Actions actions = new Actions(tickets, new FakeJournal(), Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC));
            Printer printer = printer("X7-01");
            Intent intent = Intent.of(
                    "session-1",
                    tickets.current("session-1", Tickets.at(Bench.X7)),
                    new Actor("lena", "operator", "10.0.0.7"),
                    Operation.PRINT,
                    Bench.X7,
                    new BuildId("build-Gear"),
                    List.of());

            assertThat(together(16, () -> outcome(actions.claim(intent, printer))))
                    .containsOnlyOnce("granted")
                    .containsOnly("granted", "repeated");
        }
    }

    @Test
    void ofManyWithFormsOfTheirOwnOneIsGrantedAndTheOthersFindThePrinterBusy() throws Exception {
        Tickets tickets = new Tickets();
        Actions actions = new Actions(tickets, new FakeJournal(), Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC));
        Printer printer = printer("X7-01");
        List<Callable<String>> people = IntStream.range(0, 32)
                .mapToObj(i -> (Callable<String>) () -> {
                    String session = "session-" + i;
                    return outcome(actions.claim(
                            Intent.of(
                                    session,
                                    tickets.current(session, Tickets.at(Bench.X7)),
                                    new Actor("person-" + i, "operator", "10.0.0.7"),
                                    Operation.PRINT,
                                    Bench.X7,
                                    new BuildId("build-Gear"),
                                    List.of()),
                            printer));
                })
                .toList();

        assertThat(together(people)).containsOnlyOnce("granted").containsOnly("granted", "BUSY");
    }

    @Test
    void allTabsOfASessionGetTheSameIdEvenWhenDrawnAtOnce() throws Exception {
        Tickets tickets = new Tickets();
        assertThat(together(16, () -> tickets.current("session-1", Tickets.at(Bench.X7))))
                .hasSize(16)
                .containsOnly(tickets.current("session-1", Tickets.at(Bench.X7)));
    }

    private static <T> List<T> together(int threads, Callable<T> what) throws Exception {
        return together(IntStream.range(0, threads).mapToObj(i -> what).toList());
    }

    static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            CountDownLatch start = new CountDownLatch(tasks.size());
            List<Future<T>> results = pool.invokeAll(tasks.stream()
                    .map(task -> (Callable<T>) () -> {
                        start.countDown();
                        start.await();
                        return task.call();
                    })
                    .toList());
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void neitherSessionNorOneTimeIdIsPrinted() {
        Intent intent = bench.intent(Operation.ADD, "Gear");
        Action action = Bench.granted(bench.claim(intent));

        assertThat(intent.toString()).doesNotContain(intent.actionId(), "session-1");
        assertThat(action.toString()).doesNotContain(intent.actionId(), "session-1");
    }
}
