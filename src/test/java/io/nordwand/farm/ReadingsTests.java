package io.nordwand.farm;

import static io.nordwand.farm.FakeSource.report;
import static io.nordwand.farm.FakeSource.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ReadingsTests {

    private static final PrinterId A = new PrinterId("a");

    private final Rig rig = new Rig();
    private final Deque<Sinks.One<QueueReading>> open = new ArrayDeque<>();

    @BeforeEach
    void aPrinterWhoseReadingsTheTestEnds() {
        rig.source.queues = id -> {
            Sinks.One<QueueReading> call = Sinks.one();
            open.add(call);
            return call.asMono();
        };
        rig.store.polled(rig.store.begin(), List.of(report("a")), rig.time.instant());
    }

    private QueueReading reading(String state) {
        return FakeSource.reading(report("a", state, 0, null), rig.time);
    }

    private void answer(String state) {
        open.remove().tryEmitValue(reading(state)).orThrow();
    }

    /** Subscribes; what comes is noted in the list returned. */
    private static List<String> note(Mono<QueueReading> reading) {
        List<String> noted = new ArrayList<>();
        reading.subscribe(
                read -> noted.add(String.valueOf(read.printer().state())),
                error -> noted.add(((FarmException) error).trouble().getClass().getSimpleName()));
        return noted;
    }

    @Test
    void aRefreshIsReadMergedAndReturned() {
        List<String> noted = note(rig.farms.refresh(A));
        answer("Printing");
        assertThat(noted).containsExactly("Printing");
        assertThat(rig.shown("a").report().state()).isEqualTo("Printing");
        assertThat(rig.shown("a").queue()).isNotNull();
    }

    @Test
    void nothingIsReadBeforeSomebodySubscribes() {
        Mono<QueueReading> afterTheWrite = rig.farms.refresh(A);
        assertThat(rig.source.queueReads).isEmpty();
        note(afterTheWrite);
        assertThat(rig.source.queueReads).hasSize(1);
    }

    @Test
    void aRefreshAfterAWriteIsNotAnsweredByAReadingThatBeganBefore() {
        List<String> before = note(rig.farms.refresh(A));
        List<String> afterWrite = note(rig.farms.refresh(A));
        answer("Ready");
        assertThat(before).containsExactly("Ready");
        assertThat(afterWrite).isEmpty();
        answer("Printing");
        assertThat(afterWrite).containsExactly("Printing");
    }

    @Test
    void allWhoAskDuringAReadingShareOneFollowUp() {
        note(rig.farms.refresh(A));
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(note(rig.farms.refresh(A)));
        }
        assertThat(rig.source.queueReads).hasSize(1);
        answer("Ready");
        assertThat(rig.source.queueReads).hasSize(2);
        answer("Printing");
        assertThat(rig.source.queueReads).hasSize(2);
        assertThat(all).allSatisfy(noted -> assertThat(noted).containsExactly("Printing"));
        assertThat(rig.source.mostQueuesAtOnce).hasValue(1);
    }

    @Test
    void theFollowUpRunsEvenIfTheReadingBeforeItFailed() {
        List<String> before = note(rig.farms.refresh(A));
        List<String> after = note(rig.farms.refresh(A));
        open.remove().tryEmitError(unavailable()).orThrow();
        assertThat(before).containsExactly("Unavailable");
        answer("Ready");
        assertThat(after).containsExactly("Ready");
    }

    @Test
    void somebodyWhoGoesAwayDoesNotTakeTheReadingFromOthers() {
        Disposable gone = rig.readings.any(A).subscribe();
        List<String> stays = note(rig.readings.any(A));
        gone.dispose();
        answer("Ready");
        assertThat(stays).containsExactly("Ready");
        assertThat(rig.source.queueReads).hasSize(1);
    }

    @Test
    void printersAreReadIndependently() {
        note(rig.farms.refresh(A));
        note(rig.farms.refresh(new PrinterId("b")));
        assertThat(rig.source.queueReads).hasSize(2);
    }

    @Test
    void anAnswerThatNeverComesEndsAndFreesThePrinter() {
        List<String> noted = note(rig.farms.refresh(A));
        rig.time.pass(Duration.ofSeconds(91));
        assertThat(noted).containsExactly("Unavailable");
        List<String> next = note(rig.farms.refresh(A));
        open.removeLast().tryEmitValue(reading("Ready")).orThrow();
        assertThat(next).containsExactly("Ready");
    }

    @Test
    void faultsOfOurOwnAndAnswersAboutOthersAreTroublesToo() {
        rig.source.queues = id -> {
            throw new IllegalArgumentException("bug");
        };
        assertThat(note(rig.farms.refresh(A))).containsExactly("Unreadable");
        rig.source.queues = id -> Mono.empty();
        assertThat(note(rig.farms.refresh(A))).containsExactly("Unreadable");
        rig.source.queues = id -> Mono.just(FakeSource.reading(report("z"), rig.time));
        assertThat(note(rig.farms.refresh(A))).containsExactly("Unreadable");
        assertThat(rig.shown("a").queue()).isNull();
    }

    @Test
    void anAnswerThatWritesTheIdInAnotherCaseIsAboutTheSamePrinter() {
        rig.source.queues = id -> Mono.just(FakeSource.reading(report("A", "Printing", 0, null), rig.time));
        assertThat(note(rig.farms.refresh(A))).containsExactly("Printing");
        assertThat(rig.store.current().printers().keySet()).containsExactly(A);
        assertThat(rig.shown("a").report().state()).isEqualTo("Printing");
    }

    @Test
    void aPrinterThatTheFarmDoesNotHaveIsReadButNotAdded() {
        rig.source.queues = id -> Mono.just(FakeSource.reading(report("z"), rig.time));
        assertThat(note(rig.farms.refresh(new PrinterId("z")))).containsExactly("Ready");
        assertThat(rig.store.current().printers()).hasSize(1);
    }

    @Test
    void anyNumberOfViewersCostsOneReadingPerAge() {
        Duration age = Duration.ofSeconds(5);
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(note(rig.farms.refreshIfOlderThan(A, age)));
        }
        answer("Printing");
        assertThat(all).allSatisfy(noted -> assertThat(noted).containsExactly("Printing"));
        rig.time.pass(Duration.ofSeconds(4));
        assertThat(note(rig.farms.refreshIfOlderThan(A, age))).containsExactly("Printing");
        assertThat(rig.source.queueReads).hasSize(1);
        rig.time.pass(Duration.ofSeconds(2));
        note(rig.farms.refreshIfOlderThan(A, age));
        assertThat(rig.source.queueReads).hasSize(2);
    }

    @Test
    void aReadingThatFailedIsNotTriedAgainForEachViewer() {
        Duration age = Duration.ofSeconds(5);
        rig.source.queues = id -> Mono.error(unavailable());
        for (int i = 0; i < 200; i++) {
            assertThat(note(rig.farms.refreshIfOlderThan(A, age))).containsExactly("Unavailable");
        }
        assertThat(rig.source.queueReads).hasSize(1);
        rig.source.queues = id -> Mono.just(reading("Ready"));
        assertThat(note(rig.farms.refresh(A))).containsExactly("Ready");
        assertThat(note(rig.farms.refreshIfOlderThan(A, age))).containsExactly("Ready");
        assertThat(rig.source.queueReads).hasSize(2);
    }

    @Test
    void everySubscriptionOfOneMonoReadsAfresh() {
        rig.source.queues = id -> Mono.just(reading("Ready"));
        StepVerifier.create(rig.farms.refresh(A).repeat(2)).expectNextCount(3).verifyComplete();
        assertThat(rig.source.queueReads).hasSize(3);
    }
}
