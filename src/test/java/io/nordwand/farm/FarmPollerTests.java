package io.nordwand.farm;

import static io.nordwand.farm.FakeSource.report;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class FarmPollerTests {

    private static final Trouble DOWN = new Trouble.Unavailable("Eiger can’t be reached.", null);
    private static final Trouble KEYS = new Trouble.NotAuthorized("Eiger refuses the keys.", "4711");

    private final Rig rig = new Rig();
    private final Logger logger = (Logger) LoggerFactory.getLogger(FarmPoller.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        rig.source.answer(report("a"), report("b"));
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
        rig.poller.stop();
    }

    private void pass(double seconds) {
        rig.time.pass(Duration.ofMillis((long) (seconds * 1000)));
    }

    private Freshness freshness() {
        return rig.store.current().freshness();
    }

    private List<String> log() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void itPollsAtOnceAndThenEveryInterval() {
        rig.poller.start();
        assertThat(rig.source.polls).hasValue(1);
        assertThat(rig.store.current().printers()).hasSize(2);
        assertThat(freshness().nextTry()).isEqualTo(rig.time.in(Rig.INTERVAL));
        pass(14.9);
        assertThat(rig.source.polls).hasValue(1);
        pass(0.2);
        assertThat(rig.source.polls).hasValue(2);
        pass(600);
        assertThat(rig.source.polls).hasValue(42);
    }

    @Test
    void theNextPollIsDueAnIntervalAfterTheLastEndedSoTwoNeverOverlap() {
        rig.source.printers =
                () -> Mono.delay(Duration.ofSeconds(40), rig.time.scheduler()).thenReturn(List.of(report("a")));
        rig.poller.start();
        pass(54.9);
        assertThat(rig.source.polls).hasValue(1);
        pass(0.2);
        assertThat(rig.source.polls).hasValue(2);
        pass(3600);
        assertThat(rig.source.mostPollsAtOnce).hasValue(1);
    }

    @Test
    void anAnswerThatNeverComesIsAFailureAndPollingGoesOn() {
        rig.source.printers = Mono::never;
        rig.poller.start();
        pass(89);
        assertThat(freshness().trouble()).isNull();
        pass(2);
        assertThat(freshness().trouble()).isInstanceOf(Trouble.Unavailable.class);
        rig.source.answer(report("a"));
        pass(20);
        assertThat(freshness().trouble()).isNull();
        assertThat(rig.store.current().printers()).hasSize(1);
    }

    @Test
    void failuresBackOffAndTheFirstGoodPollEndsThat() {
        rig.source.fail(DOWN);
        rig.poller.start();
        assertThat(freshness().nextTry()).isEqualTo(rig.time.in(Duration.ofSeconds(15)));
        pass(15);
        assertThat(rig.source.polls).hasValue(2);
        pass(29);
        assertThat(rig.source.polls).hasValue(2);
        pass(1);
        assertThat(rig.source.polls).hasValue(3);
        pass(60 + 120 + 120);
        assertThat(rig.source.polls).hasValue(6);
        assertThat(freshness().failingSince()).isEqualTo(FarmFixtures.NOW);
        rig.source.answer(report("a"));
        pass(120);
        assertThat(rig.source.polls).hasValue(7);
        assertThat(freshness().nextTry()).isEqualTo(rig.time.in(Rig.INTERVAL));
        pass(15);
        assertThat(rig.source.polls).hasValue(8);
    }

    @Test
    void refusedKeysBackOffToo() {
        rig.source.fail(KEYS);
        rig.poller.start();
        pass(3600);
        assertThat(rig.source.polls.get()).isLessThan(36);
        assertThat(freshness().trouble()).isEqualTo(KEYS);
    }

    @Test
    void eigersWishToSlowDownIsHonoured() {
        rig.source.fail(new Trouble.RateLimited("Slow down.", null, Duration.ofMinutes(7)));
        rig.poller.start();
        assertThat(freshness().nextTry()).isEqualTo(rig.time.in(Duration.ofMinutes(7)));
        pass(419);
        assertThat(rig.source.polls).hasValue(1);
        pass(2);
        assertThat(rig.source.polls).hasValue(2);
    }

    @Test
    void aFaultOfOurOwnDoesNotEndThePolling() {
        rig.source.printers = () -> {
            throw new IllegalStateException("bug");
        };
        rig.poller.start();
        assertThat(freshness().trouble()).isInstanceOf(Trouble.Unreadable.class);
        rig.source.printers = Mono::empty;
        pass(15);
        assertThat(freshness().trouble()).isInstanceOf(Trouble.Unreadable.class);
        rig.source.answer(report("a"));
        pass(30);
        assertThat(freshness().trouble()).isNull();
    }

    @Test
    void itLogsWhenTheStateFlipsAndNotEachTime() {
        rig.poller.start();
        pass(60);
        rig.source.fail(DOWN);
        pass(3600);
        rig.source.fail(KEYS);
        pass(3600);
        rig.source.answer(report("a"));
        pass(3600);
        assertThat(log())
                .containsExactly(
                        "Eiger answers: 2 printers",
                        "Eiger can't be read: Eiger can’t be reached.",
                        "Eiger can't be read: Eiger refuses the keys. (reference 4711)",
                        "Eiger answers again: 1 printers");
    }

    @Test
    void itCanBeStoppedAndStartedAgain() {
        rig.poller.start();
        rig.poller.start();
        assertThat(rig.poller.isRunning()).isTrue();
        pass(15);
        assertThat(rig.source.polls).hasValue(2);
        rig.poller.stop();
        pass(3600);
        assertThat(rig.source.polls).hasValue(2);
        assertThat(rig.poller.isRunning()).isFalse();
        int queues = rig.source.queueReads.size();
        rig.poller.start();
        assertThat(rig.source.polls).hasValue(3);
        pass(300);
        assertThat(rig.source.queueReads).hasSizeGreaterThan(queues);
    }

    @Test
    void queuesAreReadAfterTheFirstPollAndAgainWhenTheyChanged() {
        rig.poller.start();
        pass(2);
        assertThat(rig.source.queueReads).hasSize(2);
        assertThat(rig.shown("a").queue()).isNotNull();
        rig.source.answer(report("a", "Ready", 1, null), report("b"));
        pass(15);
        assertThat(rig.source.queueReadsOf("a")).isEqualTo(2);
        assertThat(rig.source.queueReadsOf("b")).isEqualTo(1);
    }

    @Test
    void everyQueueIsReadWithinFiveMinutes() {
        rig.poller.start();
        pass(302);
        assertThat(rig.source.queueReadsOf("a")).isEqualTo(2);
        assertThat(rig.source.queueReadsOf("b")).isEqualTo(2);
    }

    @Test
    void slowQueuesDelayNoPollAndTwoAreReadAtOnceAtMost() {
        rig.source.answer(IntStream.range(0, 50).mapToObj(i -> report("p" + i)).toArray(PrinterReport[]::new));
        rig.source.queues = id -> Mono.delay(Duration.ofSeconds(20), rig.time.scheduler())
                .thenReturn(FakeSource.reading(report(id.value()), rig.time));
        rig.poller.start();
        pass(150.1);
        assertThat(rig.source.polls).hasValue(11);
        assertThat(rig.source.mostQueuesAtOnce).hasValue(2);
        assertThat(rig.source.queueReads).hasSize(16);
    }

    @Test
    void aThousandPrintersCostFourQueueReadsASecondAtMost() {
        rig.source.answer(
                IntStream.range(0, 1000).mapToObj(i -> report("p" + i)).toArray(PrinterReport[]::new));
        rig.poller.start();
        pass(100);
        assertThat(rig.source.queueReads).hasSizeBetween(390, 402);
        pass(200);
        int first = rig.source.queueReads.size();
        assertThat(rig.source.queueReads.stream().distinct()).hasSize(1000);
        pass(300);
        assertThat(rig.source.queueReads.size() - first).isBetween(1000, 1200);
    }

    @Test
    void queuesRestWhileEigerFails() {
        rig.source.answer(IntStream.range(0, 200).mapToObj(i -> report("p" + i)).toArray(PrinterReport[]::new));
        rig.poller.start();
        rig.source.fail(DOWN);
        pass(16);
        int soFar = rig.source.queueReads.size();
        pass(600);
        assertThat(rig.source.queueReads).hasSize(soFar);
    }

    @Test
    void queuesRestAsLongAsEigerAsksThem() {
        rig.source.queues =
                id -> Mono.error(new FarmException(new Trouble.RateLimited("Slow down.", null, Duration.ofMinutes(2))));
        rig.poller.start();
        pass(119);
        assertThat(rig.source.queueReads).hasSize(1);
        pass(20);
        assertThat(rig.source.queueReads).containsExactly(new PrinterId("a"), new PrinterId("b"));
    }

    @Test
    void viewersCostNothing() {
        rig.poller.start();
        pass(600);
        int alone = rig.source.polls.get() + rig.source.queueReads.size();
        List<Disposable> viewers = new ArrayList<>();
        int[] seen = new int[200];
        for (int i = 0; i < 200; i++) {
            int viewer = i;
            viewers.add(rig.farms.updates().subscribe(farm -> seen[viewer]++));
        }
        pass(600);
        assertThat(rig.source.polls.get() + rig.source.queueReads.size()).isEqualTo(2 * alone - 3);
        assertThat(Arrays.stream(seen)).allMatch(times -> times > 40);
        viewers.forEach(Disposable::dispose);
    }

    @Test
    void aPollThatBeganBeforeARefreshDoesNotUndoIt() {
        rig.poller.start();
        rig.source.printers =
                () -> Mono.delay(Duration.ofSeconds(5), rig.time.scheduler()).thenReturn(List.of(report("a")));
        pass(16);
        rig.source.queues = id -> Mono.just(FakeSource.reading(report("a", "Printing", 0, null), rig.time));
        rig.farms.refresh(new PrinterId("a")).subscribe();
        assertThat(rig.shown("a").report().state()).isEqualTo("Printing");
        pass(5);
        assertThat(rig.shown("a").report().state()).isEqualTo("Printing");
        pass(20);
        assertThat(rig.shown("a").report().state()).isEqualTo("Ready");
    }

    @Test
    void theLevelOfFreshnessFollowsTheAgeOfTheLastGoodPoll() {
        rig.poller.start();
        rig.source.fail(DOWN);
        pass(45);
        assertThat(level()).isEqualTo(Freshness.Level.LIVE);
        pass(1);
        assertThat(level()).isEqualTo(Freshness.Level.LATE);
        pass(75);
        assertThat(level()).isEqualTo(Freshness.Level.LOST);
        rig.source.answer(report("a"));
        pass(120);
        assertThat(level()).isEqualTo(Freshness.Level.LIVE);
    }

    private Freshness.Level level() {
        return Objects.requireNonNull(freshness()).level(rig.time.instant(), Rig.INTERVAL);
    }
}
