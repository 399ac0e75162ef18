package io.nordwand.farm;

import static io.nordwand.farm.FakeSource.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueNeedsTests {

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final VirtualTime time = new VirtualTime();
    private final QueueNeeds needs =
            new QueueNeeds(new PollProperties(INTERVAL, Duration.ofMinutes(5), Duration.ofMinutes(2)), time);

    private List<String> readAllDue() {
        List<String> read = new ArrayList<>();
        for (Optional<PrinterId> next = needs.next(); next.isPresent(); next = needs.next()) {
            PrinterId id = next.get();
            needs.done(id, needs.begin(id));
            read.add(id.value());
        }
        return read;
    }

    private List<String> poll(PrinterReport... reports) {
        needs.polled(List.of(reports));
        List<String> read = readAllDue();
        time.pass(INTERVAL);
        return read;
    }

    @Test
    void everyQueueIsReadAtFirstThoseThatAreSaidToBeEmptyLast() {
        assertThat(poll(report("a", "Ready", 0, null), report("b", "Ready", 3, null)))
                .containsExactly("b", "a");
    }

    @Test
    void aQueueIsReadAgainWhenItsLengthEstimateOrJobChanged() {
        poll(report("a"), report("b"));
        assertThat(poll(report("a", "Ready", 1, null), report("b"))).containsExactly("a");
        ActiveJob job = new ActiveJob(new JobId("j"), null, null, null, null, null, null, null, null);
        assertThat(poll(report("a", "Printing", 1, job), report("b"))).containsExactly("a");
        PrinterReport estimate = new PrinterReport(
                new PrinterId("b"), "b", "X7", "X7", "Ready", null, null, 0, Duration.ofHours(1), null, List.of());
        assertThat(poll(report("a", "Printing", 1, job), estimate)).containsExactly("b");
    }

    @Test
    void progressAloneIsNoHint() {
        poll(report("a", "Printing", 1, new ActiveJob(new JobId("j"), null, null, null, 1, 9, 1.0, null, null)));
        assertThat(poll(report(
                        "a", "Printing", 1, new ActiveJob(new JobId("j"), null, null, null, 2, 9, 9.0, null, null))))
                .isEmpty();
    }

    @Test
    void theNewestNeedComesFirst() {
        poll(report("a"), report("b"), report("c"));
        needs.polled(List.of(report("a", "Ready", 1, null), report("b"), report("c")));
        time.pass(INTERVAL);
        needs.polled(List.of(report("a", "Ready", 1, null), report("b"), report("c", "Ready", 1, null)));
        assertThat(readAllDue()).containsExactly("c", "a");
    }

    @Test
    void aChangeDuringAReadingIsReadAfterwards() {
        needs.polled(List.of(report("a")));
        PrinterId a = needs.next().orElseThrow();
        QueueNeeds.Hints covered = needs.begin(a);
        needs.polled(List.of(report("a", "Ready", 1, null)));
        assertThat(needs.next()).isEmpty();
        needs.done(a, covered);
        assertThat(needs.next()).contains(a);
    }

    @Test
    void aViewersReadingCoversTheNeed() {
        needs.polled(List.of(report("a")));
        needs.done(new PrinterId("a"), needs.begin(new PrinterId("a")));
        assertThat(needs.next()).isEmpty();
    }

    @ParameterizedTest(name = "{0} printers")
    @ValueSource(ints = {1, 3, 24, 200, 1000})
    void theSlowRoundReachesEveryQueueWithinFiveMinutesAndEvenly(int count) {
        PrinterReport[] reports =
                IntStream.range(0, count).mapToObj(i -> report("p" + i)).toArray(PrinterReport[]::new);
        Map<String, Instant> last = new HashMap<>();
        poll(reports).forEach(id -> last.put(id, time.instant().minus(INTERVAL)));
        int most = 0;
        int all = 0;
        for (int round = 0; round < 80; round++) {
            List<String> read = poll(reports);
            most = Math.max(most, read.size());
            all += read.size();
            for (String id : read) {
                Instant now = time.instant().minus(INTERVAL);
                assertThat(Duration.between(last.get(id), now)).isLessThanOrEqualTo(Duration.ofMinutes(5));
                last.put(id, now);
            }
        }
        assertThat(last.values())
                .allSatisfy(at ->
                        assertThat(Duration.between(at, time.instant())).isLessThanOrEqualTo(Duration.ofMinutes(5)));
        assertThat(most).isLessThanOrEqualTo(count / 18 + 1);
        assertThat(all).isLessThanOrEqualTo(80 * count / 18 + 1);
    }

    @Test
    void theSlowRoundIsNotStarvedByHintsThatChangeWithEveryPoll() {
        List<PrinterReport> first =
                IntStream.range(0, 100).mapToObj(i -> report("p" + i)).toList();
        needs.polled(first);
        readAllDue();
        Map<String, Integer> reads = new HashMap<>();
        for (int poll = 1; poll <= 20; poll++) {
            time.pass(INTERVAL);
            int length = poll;
            needs.polled(IntStream.range(0, 100)
                    .mapToObj(i -> report("p" + i, "Ready", i < 60 ? length : 0, null))
                    .toList());
            for (int turn = 0; turn < 20; turn++) {
                PrinterId id = needs.next().orElseThrow();
                needs.done(id, needs.begin(id));
                reads.merge(id.value(), 1, Integer::sum);
            }
        }
        assertThat(reads).hasSize(100);
    }

    @Test
    void aQueueThatCantBeReadWaitsLongerEachTimeAndTakesNobodysTurn() {
        needs.polled(List.of(report("bad"), report("good")));
        int tries = 0;
        for (int poll = 0; poll < 40; poll++) {
            needs.polled(List.of(report("bad"), report("good", "Ready", poll, null)));
            boolean good = false;
            for (Optional<PrinterId> next = needs.next(); next.isPresent(); next = needs.next()) {
                PrinterId id = next.get();
                QueueNeeds.Hints hints = needs.begin(id);
                if (id.value().equals("bad")) {
                    needs.failed(id);
                    tries++;
                } else {
                    needs.done(id, hints);
                    good = true;
                }
            }
            assertThat(good).isTrue();
            time.pass(INTERVAL);
        }
        assertThat(tries).isBetween(4, 8);
    }

    @Test
    void aPrinterThatIsGoneIsForgotten() {
        needs.polled(List.of(report("a")));
        needs.polled(List.of());
        assertThat(needs.next()).isEmpty();
        assertThat(needs.begin(new PrinterId("a"))).isNull();
    }
}
