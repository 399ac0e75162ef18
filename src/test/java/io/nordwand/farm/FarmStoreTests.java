package io.nordwand.farm;

import static io.nordwand.farm.FakeSource.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class FarmStoreTests {

    private static final Trouble DOWN = new Trouble.Unavailable("Eiger can’t be reached.", null);

    private final VirtualTime time = new VirtualTime();
    private final FarmStore store = store();

    private FarmStore store() {
        return new FarmStore(new Observation(Duration.ofSeconds(45)), time, Schedulers.immediate());
    }

    private void polled(PrinterReport... reports) {
        store.polled(store.begin(), List.of(reports), time.in(Duration.ofSeconds(15)));
    }

    private QueueReading reading(String state) {
        return FakeSource.reading(report("a", state, 0, null), time);
    }

    private @Nullable String stateOf(String id) {
        return store.current()
                .printer(new PrinterId(id))
                .map(printer -> printer.report().state())
                .orElse(null);
    }

    @Test
    void theFarmHasThePrintersOfTheLastPollInItsOrder() {
        polled(report("b"), report("a"));
        assertThat(store.current().printers().keySet()).containsExactly(new PrinterId("b"), new PrinterId("a"));
        polled(report("c"), report("b"));
        assertThat(store.current().printers().keySet()).containsExactly(new PrinterId("c"), new PrinterId("b"));
        polled();
        assertThat(store.current().printers()).isEmpty();
    }

    @Test
    void aFarmCantBeChangedFromOutside() {
        polled(report("a"));
        Map<PrinterId, Printer> printers = store.current().printers();
        assertThatThrownBy(printers::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aFailedPollKeepsAllDataAndTellsSinceWhenAndWhy() {
        polled(report("a"));
        Farm good = store.current();
        time.pass(Duration.ofSeconds(15));
        store.failed(DOWN, time.in(Duration.ofSeconds(20)));
        time.pass(Duration.ofSeconds(20));
        store.failed(DOWN, time.in(Duration.ofSeconds(30)));
        assertThat(store.current().printers()).isEqualTo(good.printers());
        assertThat(store.current().freshness())
                .isEqualTo(new Freshness(
                        FarmFixtures.NOW, FarmFixtures.NOW.plusSeconds(15), DOWN, FarmFixtures.NOW.plusSeconds(65)));
        polled(report("a"));
        assertThat(store.current().freshness().trouble()).isNull();
        assertThat(store.current().freshness().failingSince()).isNull();
        assertThat(store.current().freshness().lastGood()).isEqualTo(time.instant());
    }

    @Test
    void theRevisionGrowsEvenWithinAMillisecondAndOverRestarts() {
        polled(report("a"));
        long first = store.current().revision();
        polled(report("a"));
        assertThat(store.current().revision()).isGreaterThan(first);
        time.pass(Duration.ofSeconds(1));
        FarmStore restarted = store();
        restarted.failed(DOWN, time.instant());
        assertThat(restarted.current().revision()).isGreaterThan(store.current().revision());
    }

    @Test
    void aPollThatBeganBeforeAReadingDoesNotUndoIt() {
        polled(report("a"));
        long slowPoll = store.begin();
        long refresh = store.begin();
        store.read(refresh, reading("Printing"));
        store.polled(slowPoll, List.of(report("a")), time.instant());
        assertThat(stateOf("a")).isEqualTo("Printing");
        polled(report("a"));
        assertThat(stateOf("a")).isEqualTo("Ready");
    }

    @Test
    void aReadingThatBeganBeforeAPollDoesNotUndoItButItsQueueIsTheLatest() {
        polled(report("a"));
        long slow = store.begin();
        polled(report("a", "Printing", 0, null));
        store.read(slow, reading("Ready"));
        assertThat(stateOf("a")).isEqualTo("Printing");
        assertThat(store.current().printer(new PrinterId("a")).orElseThrow().queue())
                .isNotNull();
    }

    @Test
    void anEarlierReadingOfAQueueDoesNotUndoALaterOne() {
        polled(report("a"));
        long slow = store.begin();
        long fast = store.begin();
        store.read(fast, reading("Printing"));
        PrintQueue later =
                store.current().printer(new PrinterId("a")).orElseThrow().queue();
        time.pass(Duration.ofSeconds(5));
        store.read(slow, reading("Ready"));
        assertThat(stateOf("a")).isEqualTo("Printing");
        assertThat(store.current().printer(new PrinterId("a")).orElseThrow().queue())
                .isEqualTo(later);
    }

    @Test
    void aPrinterThatALaterReadingFoundSurvivesAPollWithoutIt() {
        polled(report("a"));
        long slowPoll = store.begin();
        store.read(store.begin(), reading("Ready"));
        store.polled(slowPoll, List.of(), time.instant());
        assertThat(stateOf("a")).isEqualTo("Ready");
        polled();
        assertThat(stateOf("a")).isNull();
    }

    @Test
    void aReadingDoesNotBringBackAPrinterThatIsGone() {
        polled(report("a"));
        long reading = store.begin();
        polled();
        store.read(reading, reading("Ready"));
        assertThat(store.current().printers()).isEmpty();
    }

    @Test
    void timeGoesOnForAPrinterThatAPollMayNotReplace() {
        polled(report("a", "Pausing", 0, null));
        long slowPoll = store.begin();
        store.read(store.begin(), reading("Pausing"));
        time.pass(Duration.ofMinutes(16));
        store.polled(slowPoll, List.of(report("a", "Pausing", 0, null)), time.instant());
        assertThat(store.current().printer(new PrinterId("a")).orElseThrow().cautions())
                .containsExactly(Caution.LASTS_TOO_LONG);
    }

    /** Whatever overlaps in whatever way: what is shown never goes back to an earlier moment. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readingsInAnyOrderNeverShowAnEarlierMomentAfterALaterOne(long seed) {
        Random random = new Random(seed);
        List<String> ids = List.of("a", "b", "c");
        polled(report("a"), report("b"), report("c"));
        record Running(long number, String id, int moment) {}
        List<Running> running = new ArrayList<>();
        Map<String, Integer> shown = new HashMap<>();
        for (int moment = 1; moment <= 400; moment++) {
            if (random.nextBoolean()) {
                running.add(
                        new Running(store.begin(), random.nextInt(3) == 0 ? "" : ids.get(random.nextInt(3)), moment));
            } else if (!running.isEmpty()) {
                Running ended = running.remove(random.nextInt(running.size()));
                if (ended.id().isEmpty()) {
                    List<PrinterReport> all = ids.stream()
                            .map(id -> report(id, "Ready", ended.moment(), null))
                            .toList();
                    store.polled(ended.number(), all, time.instant());
                } else {
                    PrinterReport one = report(ended.id(), "Ready", ended.moment(), null);
                    store.read(ended.number(), FakeSource.reading(one, time));
                    assertThat(lengthOf(ended.id())).isGreaterThanOrEqualTo(ended.moment());
                }
            }
            for (String id : ids) {
                assertThat(lengthOf(id)).isGreaterThanOrEqualTo(shown.getOrDefault(id, 0));
                shown.put(id, lengthOf(id));
            }
        }
    }

    private int lengthOf(String id) {
        Integer length = store.current()
                .printer(new PrinterId(id))
                .orElseThrow()
                .report()
                .queueLength();
        return length == null ? -1 : length;
    }

    @Test
    void readersAreNotWokenByAReadingThatTellsWhatIsKnown() {
        polled(report("a"));
        store.read(store.begin(), reading("Ready"));
        List<Long> revisions = new ArrayList<>();
        Disposable reader = store.updates().subscribe(farm -> revisions.add(farm.revision()));
        time.pass(Duration.ofSeconds(5));
        store.read(store.begin(), reading("Ready"));
        assertThat(revisions).hasSize(1);
        assertThat(store.current().printer(new PrinterId("a")).orElseThrow().readAt())
                .isEqualTo(time.instant());
        store.read(store.begin(), reading("Printing"));
        assertThat(revisions).hasSize(2);
        reader.dispose();
    }

    @Test
    void manyThreadsAtOnceLoseNothingAndReadersSeeRevisionsGrow() throws Exception {
        FarmStore busy = new FarmStore(new Observation(Duration.ofSeconds(45)), time, Schedulers.parallel());
        busy.polled(busy.begin(), List.of(report("a"), report("b")), time.instant());
        List<Long> revisions = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch last = new CountDownLatch(1);
        Disposable reader = busy.updates().subscribe(farm -> {
            revisions.add(farm.revision());
            if (farm.printers().isEmpty()) {
                last.countDown();
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> work = IntStream.range(0, 2000)
                .mapToObj(i -> (Callable<Void>) () -> {
                    long number = busy.begin();
                    PrinterReport told = report(i % 2 == 0 ? "a" : "b", "Ready", (int) number, null);
                    if (i % 7 == 0) {
                        busy.failed(DOWN, time.instant());
                    } else {
                        busy.read(number, FakeSource.reading(told, time));
                    }
                    return null;
                })
                .toList();
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        busy.polled(busy.begin(), List.of(), time.instant());
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        reader.dispose();
        assertThat(revisions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aReaderGetsTheCurrentFarmAtOnceAndThenEachNewOne() {
        polled(report("a"));
        StepVerifier.create(store.updates().map(farm -> farm.printers().size()))
                .expectNext(1)
                .then(() -> polled(report("a"), report("b")))
                .expectNext(2)
                .then(() -> polled())
                .expectNext(0)
                .thenCancel()
                .verify();
    }

    @Test
    void aSlowReaderSkipsToTheLatest() {
        FarmStore slow = new FarmStore(new Observation(Duration.ofSeconds(45)), time, time.scheduler());
        StepVerifier.create(slow.updates().map(farm -> farm.printers().size()), 1)
                .then(() -> time.pass(Duration.ZERO))
                .expectNext(0)
                .then(() -> {
                    for (int n = 1; n <= 50; n++) {
                        slow.polled(
                                slow.begin(),
                                IntStream.range(0, n)
                                        .mapToObj(i -> report("p" + i))
                                        .toList(),
                                time.instant());
                    }
                    time.pass(Duration.ZERO);
                })
                .thenRequest(10)
                .then(() -> time.pass(Duration.ZERO))
                .expectNext(50)
                .then(() -> slow.polled(slow.begin(), List.of(), time.instant()))
                .then(() -> time.pass(Duration.ZERO))
                .expectNext(0)
                .thenCancel()
                .verify();
    }
}
