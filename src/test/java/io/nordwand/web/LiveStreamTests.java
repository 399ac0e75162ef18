package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.Context;

/** All in virtual time: the frame's shared stream is made anew by each test that is the first to look. */
@SpringBootTest(
        classes = {WebTestConfiguration.class, Samples.SampleController.class},
        properties = {"nordwand.web.zone=UTC", "nordwand.web.stream-lifetime=1h"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class LiveStreamTests {

    @Autowired
    private LiveStream streams;

    @Autowired
    private FakeFarms farms;

    @Autowired
    private MovableClock clock;

    private VirtualTimeScheduler time;

    @BeforeEach
    void virtual() {
        clock.set(FarmFixtures.NOW);
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void real() {
        VirtualTimeScheduler.reset();
    }

    /**
     * Lets that time pass and waits for all that it brings: where another thread has just begun to work for the same
     * scheduler, that one does it.
     */
    private void pass(Duration span) {
        time.advanceTimeBy(span);
        CountDownLatch done = new CountDownLatch(1);
        time.schedule(done::countDown);
        try {
            assertThat(done.await(20, TimeUnit.SECONDS)).as("worked off").isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aViewerFirstGetsAllRegionsAndThenOnlyHeartbeats() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(16));

        assertThat(viewing.html()).hasSize(1);
        assertThat(viewing.html().get(0))
                .contains("hx-target=\"#freshness\"", "hx-target=\"#notices\"", "hx-target=\"#menu-count-fleet\"")
                .contains("hx-swap=\"outerMorph\"", "data-level=\"live\"");
        assertThat(viewing.heartbeats())
                .containsExactly(
                        "2026-02-12T14:32:08Z", "2026-02-12T14:32:13Z", "2026-02-12T14:32:18Z", "2026-02-12T14:32:23Z");
    }

    @Test
    void dataThatGrowsOldIsPushedWithoutAnyPoll() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(44));
        assertThat(viewing.html()).hasSize(1);
        pass(Duration.ofSeconds(3));

        assertThat(viewing.html()).hasSize(2);
        assertThat(viewing.html().get(1))
                .contains("data-level=\"late\"", "data-notice=\"overdue\"")
                .doesNotContain("menu-count");
        pass(Duration.ofSeconds(90));
        assertThat(viewing.html()).hasSize(3);
        assertThat(viewing.html().get(2)).contains("data-level=\"lost\"").doesNotContain("#notices");
    }

    @Test
    void aGoodPollPushesOnlyItsTime() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(15));
        poll(FarmFixtures.NOW.plusSeconds(15), null);
        pass(Duration.ofSeconds(1));

        assertThat(viewing.html()).hasSize(2);
        assertThat(viewing.html().get(1))
                .contains("#freshness", "data-as-of=\"2026-02-12T14:32:23Z\"")
                .doesNotContain("#notices", "#menu-count");
    }

    @Test
    void troubleAndItsEndArePushed() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(1));
        poll(FarmFixtures.NOW, new Trouble.Unavailable("No answer.", null));
        pass(Duration.ofSeconds(1));
        assertThat(viewing.html().get(1))
                .contains("data-notice=\"unreachable\"")
                .doesNotContain("#freshness");

        poll(FarmFixtures.NOW.plusSeconds(2), null);
        pass(Duration.ofSeconds(1));
        assertThat(viewing.html().get(2)).contains("#notices").doesNotContain("data-notice=\"unreachable\"");
    }

    @Test
    void aLaterViewerGetsEverythingAndShares() {
        Viewing first = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(2));
        Viewing second = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(1));

        assertThat(second.html()).isEqualTo(first.html());
    }

    @Test
    void thePagesOwnRegionsGoOutAsTheyCome() {
        TestPublisher<String> page = TestPublisher.create();
        Viewing viewing = new Viewing(() -> streams.of(page.flux()));
        pass(Duration.ofSeconds(1));
        page.next(LiveStream.partial("#printer-1", "outerMorph", "<p id=\"printer-1\"></p>"));

        assertThat(viewing.html().get(1)).contains("#printer-1");
        assertThat(viewing.events)
                .allMatch(event -> event.event() == null || event.event().equals("heartbeat"));
    }

    @Test
    void aPageThatFailsOrEndsClosesTheStreamSoThatTheBrowserComesBack() {
        Viewing failing = new Viewing(() -> streams.of(Flux.error(new IllegalStateException("broken"))));
        Viewing ending = new Viewing(() -> streams.of(Flux.empty()));
        pass(Duration.ofSeconds(1));

        assertThat(failing.ended).isTrue();
        assertThat(failing.error).isNull();
        assertThat(ending.ended).isTrue();
    }

    @Test
    void aStreamEndsWithItsSession() {
        ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/fleet/events"));
        WebSession session = exchange.getSession().toFuture().join();
        session.start();
        Viewing viewing = new Viewing(() -> streams.of(Flux.never())
                .contextWrite(Context.of(ServerWebExchangeContextFilter.EXCHANGE_CONTEXT_ATTRIBUTE, exchange)));
        pass(Duration.ofSeconds(11));
        assertThat(viewing.ended).isFalse();

        session.invalidate().toFuture().join();
        pass(Duration.ofSeconds(5));
        assertThat(viewing.ended).isTrue();
    }

    @Test
    void aStreamLivesNoLongerThanItsLifetime() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofMinutes(53));
        assertThat(viewing.ended).isFalse();
        pass(Duration.ofMinutes(7));

        assertThat(viewing.ended).isTrue();
    }

    @Test
    void streamsEndAtOnceWhenTheServerStops() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(1));
        streams.stop();

        assertThat(viewing.ended).isTrue();
        StepVerifier.create(streams.of(Flux.never()).filter(event -> event.event() == null))
                .thenConsumeWhile(event -> true)
                .verifyComplete();
    }

    @Test
    void nobodyLooksAtTheFarmForViewersWhoLeft() {
        Viewing viewing = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(1));
        viewing.leave();
        int sent = viewing.events.size();
        poll(FarmFixtures.NOW.plusSeconds(2), null);
        pass(Duration.ofMinutes(1));

        assertThat(viewing.events).hasSize(sent);
        Viewing again = new Viewing(() -> streams.of(Flux.never()));
        pass(Duration.ofSeconds(1));
        assertThat(again.html().get(0)).contains("data-as-of=\"2026-02-12T14:32:10Z\"");
    }

    private void poll(Instant lastGood, @Nullable Trouble trouble) {
        farms.show(Farm.of(
                2,
                List.of(FarmFixtures.printer("X7-01")),
                new Freshness(lastGood, trouble == null ? null : FarmFixtures.NOW, trouble, null)));
    }

    /** One browser that listens. */
    private static final class Viewing {

        private final List<ServerSentEvent<String>> events = new ArrayList<>();
        private final Disposable subscription;
        private boolean ended;
        private @Nullable Throwable error;

        Viewing(Supplier<Flux<ServerSentEvent<String>>> stream) {
            subscription = Flux.defer(stream).subscribe(events::add, problem -> error = problem, () -> ended = true);
        }

        void leave() {
            subscription.dispose();
        }

        List<String> html() {
            return events.stream()
                    .filter(event -> event.event() == null)
                    .map(ServerSentEvent::data)
                    .toList();
        }

        List<String> heartbeats() {
            return events.stream()
                    .filter(event -> "heartbeat".equals(event.event()))
                    .map(ServerSentEvent::data)
                    .toList();
        }
    }
}
