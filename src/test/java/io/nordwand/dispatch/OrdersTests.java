package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Outcome.Kind;
import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Receipt;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Orders of other modules: each form once, each call in the audit log before it is made and at most once. */
class OrdersTests {

    private static final Actor LENA = new Actor("lena", "operator", "10.0.0.7");
    private static final Actor ADMIN = new Actor("admin", "admin", "10.0.0.1");
    private static final String PLACE = "approvals";

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private Supplier<Mono<Boolean>> reading = Mono::empty;
    private final Finder finder = new Finder() {
        @Override
        public Set<String> operations() {
            return Set.of("approve");
        }

        @Override
        public Mono<Boolean> happened(Order.Item item) {
            looks.incrementAndGet();
            assertThat(item.memo()).isEqualTo("memo");
            return reading.get();
        }
    };
    private final BreakableDatabase database = new BreakableDatabase(Clock.systemUTC());
    private final FakeEiger eiger = new FakeEiger();
    private final Bench bench = new Bench(eiger, new FakeJournal(), database.database(), List.of(finder));

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    private Errand errand(String subject, Supplier<? extends Mono<?>> answer) {
        return Errand.of(
                        "approve",
                        subject,
                        () -> Mono.defer(() -> {
                            sent.add(subject);
                            return answer.get();
                        }))
                .about(new BuildId("build-" + subject))
                .seeing("3 of 5")
                .remembering("memo");
    }

    private Errand errand(String subject) {
        return errand(subject, Mono::empty);
    }

    private OrderBook.Asked asked(Errand... errands) {
        return asked("session-1", bench.tickets.current("session-1", PLACE), "", errands);
    }

    private static OrderBook.Asked asked(String session, String actionId, String alone, Errand... errands) {
        return new OrderBook.Asked(
                session, actionId, LENA, new Commission(PLACE, alone, "/approvals", Order::id, List.of(errands)));
    }

    private static String said(OrderBook.Entry entry) {
        Denial denial = entry.denial();
        return denial != null ? denial.reason().name() : entry.isNew() ? "granted" : "repeated";
    }

    private Order start(OrderBook.Asked asked) {
        OrderBook.Entry entry = bench.program.book.claim(asked);
        assertThat(said(entry)).isEqualTo("granted");
        Order order = entry.orders().get(0);
        bench.program.orders.start(order, asked.commission().errands()).subscribe();
        bench.pass(Bench.A_MOMENT);
        return now(order);
    }

    private Order now(Order order) {
        return bench.program.book.find(order.id()).orElseThrow();
    }

    private Order.State state(Order order) {
        return now(order).items().get(0).state();
    }

    private static <T> Mono<T> fails(Trouble trouble) {
        return Mono.error(new FarmException(trouble));
    }

    private List<Outcome> outcomes() {
        assertThat(bench.audit.entries()).hasSize(1);
        return bench.audit.entries().get(0).outcomes();
    }

    @Test
    void aDeedIsStoredBeforeTheCallAndItsOutcomeAfterIt() {
        Order order = start(asked(errand("Gear", () -> {
            assertThat(outcomes()).isEmpty();
            return Mono.deferContextual(context -> {
                context.get(Receipt.class).answered(201, "ref-1");
                return Mono.just(new Made("request-7")).delayElement(Duration.ofMillis(40));
            });
        })));

        assertThat(bench.audit.deeds())
                .containsExactly(new Deed(
                        order.id(), LENA, "approve", null, "", new BuildId("build-Gear"), "Gear", null, "3 of 5"));
        assertThat(outcomes())
                .containsExactly(new Outcome(Kind.DONE, 201, "ref-1", "", Duration.ofMillis(40), "request-7"));
        assertThat(order.stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void theSameFormSentAgainGetsTheFirstOrderAndSendsNothing() {
        OrderBook.Asked asked = asked(errand("Gear"));
        Order first = start(asked);
        OrderBook.Entry again = bench.program.book.claim(asked);

        assertThat(said(again)).isEqualTo("repeated");
        assertThat(again.orders()).containsExactly(first);
        assertThat(bench.program.book.used(asked.actionId())).isTrue();
        assertThat(sent).containsExactly("Gear");
    }

    @Test
    void aSecondTabWithAnotherWishAndAForeignSessionAreRefused() {
        OrderBook.Asked first = asked(errand("Gear"));
        assertThat(said(bench.program.book.claim(asked("session-2", first.actionId(), "", errand("Gear")))))
                .isEqualTo("STALE");
        start(first);

        assertThat(said(bench.program.book.claim(asked("session-1", first.actionId(), "", errand("Bracket")))))
                .isEqualTo("STALE");
        assertThat(said(bench.program.book.claim(asked("session-2", first.actionId(), "", errand("Gear")))))
                .isEqualTo("STALE");
        assertThat(said(bench.program.book.claim(asked("session-1", "made-up", "", errand("Gear")))))
                .isEqualTo("STALE");
        assertThat(said(bench.program.book.claim(asked(errand("Gear"))))).isEqualTo("granted");
    }

    @Test
    void ofEightWhoSendTheSameFormAtOnceExactlyOneIsGranted() throws Exception {
        for (int round = 0; round < 50; round++) {
            OrderBook.Asked asked = asked(errand("Gear"));
            List<Callable<String>> eight = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> said(bench.program.book.claim(asked)))
                    .toList();
            assertThat(ClaimTests.together(eight)).containsOnlyOnce("granted").containsOnly("granted", "repeated");
        }
    }

    @Test
    void ofTwoPeopleWhoChangeTheSameThingTheSecondHasToWait() {
        OrderBook.Asked first =
                asked("session-1", bench.tickets.current("session-1", PLACE), "set", errand("Gear", Mono::never));
        OrderBook.Asked second =
                asked("session-2", bench.tickets.current("session-2", PLACE), "set", errand("Bracket"));
        OrderBook.Asked other = asked("session-2", second.actionId(), "other", errand("Bracket"));
        start(first);

        assertThat(said(bench.program.book.claim(second))).isEqualTo("BUSY");
        assertThat(said(bench.program.book.claim(other))).isEqualTo("granted");
        assertThat(sent).containsExactly("Gear");
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.dispatch.Bench#refusals")
    void aRefusalIsNotDoneWithEigersWords(Trouble trouble) {
        Order order = start(asked(errand("Gear", () -> fails(trouble))));

        assertThat(state(order)).isEqualTo(Order.State.REFUSED);
        assertThat(order.items().get(0).sentence()).isEqualTo(trouble.sentence());
        assertThat(outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(Kind.NOT_DONE);
            assertThat(outcome.sentence()).isEqualTo(trouble.sentence());
        });
    }

    @Test
    void theNextCallIsMadeAfterARefusalOfThisOneOnly() {
        Order refused = start(asked(
                errand("Gear", () -> fails(new Trouble.NotFound("No such build.", null))), errand("Bracket")));
        assertThat(sent).containsExactly("Gear", "Bracket");
        assertThat(refused.stage()).isEqualTo(Stage.PARTLY);
        sent.clear();

        Order down =
                start(asked(errand("Gear", () -> fails(new Trouble.Unavailable("Down.", null))), errand("Bracket")));
        assertThat(sent).containsExactly("Gear");
        assertThat(down.items())
                .extracting(Order.Item::state)
                .containsExactly(Order.State.REFUSED, Order.State.NOT_SENT);
        sent.clear();

        Order lost = start(asked(errand("Gear", () -> fails(Bench.LOST)), errand("Bracket")));
        assertThat(sent).containsExactly("Gear");
        assertThat(lost.items())
                .extracting(Order.Item::state)
                .containsExactly(Order.State.CHECKING, Order.State.NOT_SENT);
    }

    /** What reading shows at once and later, and what is said in the end. */
    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of(true, true, Order.State.FOUND_DONE, Kind.FOUND_DONE),
                Arguments.of(false, true, Order.State.FOUND_DONE, Kind.FOUND_DONE),
                Arguments.of(null, true, Order.State.FOUND_DONE, Kind.FOUND_DONE),
                Arguments.of(false, false, Order.State.FOUND_NOT_DONE, Kind.FOUND_NOT_DONE),
                Arguments.of(false, null, Order.State.CANT_TELL, Kind.CANT_TELL),
                Arguments.of(null, null, Order.State.CANT_TELL, Kind.CANT_TELL));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whatReadingFindsOutAboutALostAnswerIsSaidAndNothingIsSentAgain(
            @Nullable Boolean atOnce, @Nullable Boolean later, Order.State end, Kind kind) {
        reading = () -> Mono.justOrEmpty(looks.get() == 1 ? atOnce : later);
        Order order = start(asked(errand("Gear", () -> fails(Bench.LOST))));
        if (atOnce == null || !atOnce) {
            assertThat(state(order)).isEqualTo(Order.State.CHECKING);
            assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Kind.UNKNOWN);
        }
        bench.pass(Bench.FOLLOW_UP.plusMinutes(1));

        assertThat(state(order)).isEqualTo(end);
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Kind.UNKNOWN, kind);
        assertThat(sent).containsExactly("Gear");
        assertThat(looks.get()).isLessThan(12);
    }

    @Test
    void anAnswerThatNeverComesIsUnknownAndNotSentAgain() {
        reading = () -> Mono.just(true);
        Order order = start(asked(errand("Gear", Mono::never)));
        assertThat(state(order)).isEqualTo(Order.State.SENDING);
        bench.pass(Duration.ofSeconds(91));

        assertThat(state(order)).isEqualTo(Order.State.FOUND_DONE);
        assertThat(sent).containsExactly("Gear");
    }

    private void stop() {
        bench.writes.stop(ADMIN, "Fire drill").subscribe();
    }

    @Test
    void whileWritingIsStoppedNothingIsPreparedOrSent() {
        stop();
        bench.pass(Bench.A_MOMENT);
        AtomicInteger prepared = new AtomicInteger();
        Order order = start(asked(errand("Gear").after(each -> Mono.fromSupplier(prepared::incrementAndGet))));

        assertThat(state(order)).isEqualTo(Order.State.NOT_SENT);
        assertThat(order.items().get(0).sentence()).contains("Fire drill");
        assertThat(prepared).hasValue(0);
        assertThat(sent).isEmpty();
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("writes.stop");
    }

    @Test
    void aStopInBetweenHoldsTheNextCallBack() {
        Order order = start(asked(errand("Gear", () -> Mono.fromRunnable(this::stop)), errand("Bracket")));

        assertThat(sent).containsExactly("Gear");
        assertThat(order.items()).extracting(Order.Item::state).containsExactly(Order.State.DONE, Order.State.NOT_SENT);
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("approve", "writes.stop");
    }

    @Test
    void aStopWhileItIsBeingPreparedHoldsItBack() {
        Order order = start(asked(errand("Gear").after(each -> Mono.fromRunnable(this::stop))));

        assertThat(state(order)).isEqualTo(Order.State.NOT_SENT);
        assertThat(sent).isEmpty();
        assertThat(bench.audit.deeds()).extracting(Deed::operation).containsExactly("writes.stop");
    }

    @Test
    void whatTheAuditCannotTakeDownIsNotSent() {
        bench.audit.refuse(true);
        Order order = start(asked(errand("Gear"), errand("Bracket")));

        assertThat(order.items()).extracting(Order.Item::state).containsOnly(Order.State.NOT_SENT);
        assertThat(sent).isEmpty();
    }

    @Test
    void whatTheDatabaseCannotTakeDownIsNotSentAndNoDeedIsMade() {
        database.breakDown(true);
        Order order = start(asked(errand("Gear")));
        assertThat(state(order)).isEqualTo(Order.State.NOT_SENT);
        assertThat(sent).isEmpty();
        assertThat(bench.audit.deeds()).isEmpty();
    }

    @Test
    void aDatabaseThatFailsAfterTheDeedHoldsTheCallBackAndSettlesTheDeed() {
        Order order = start(asked(errand("Gear").after(each -> Mono.fromRunnable(() -> database.breakDown(true)))));

        assertThat(state(order)).isEqualTo(Order.State.NOT_SENT);
        assertThat(sent).isEmpty();
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Kind.NOT_DONE);
    }

    @Test
    void aPreparationThatFailsSendsNothingAndMakesNoDeed() {
        List<Trouble> troubles = List.of(
                new Trouble.Conflict("Somebody else changed it.", null),
                new Trouble.Unreadable("That was HTML.", null));
        for (Trouble trouble : troubles) {
            Order order = start(asked(errand("Gear").after(each -> fails(trouble))));
            assertThat(state(order)).isEqualTo(Order.State.NOT_SENT);
            assertThat(order.items().get(0).trouble()).isEqualTo(trouble);
        }
        Order broken = start(asked(errand("Gear").after(each -> {
            throw new IllegalStateException("a fault of ours");
        })));
        assertThat(state(broken)).isEqualTo(Order.State.NOT_SENT);
        assertThat(sent).isEmpty();
        assertThat(bench.audit.deeds()).isEmpty();
    }

    @Test
    void whoLeavesThePageChangesNothing() {
        OrderBook.Asked asked = asked(errand("Gear", () -> Mono.delay(Duration.ofSeconds(5))));
        Order order = bench.program.book.claim(asked).orders().get(0);
        List<Order> seen = new ArrayList<>();
        bench.program.orders.start(order, asked.commission().errands()).subscribe(seen::add);
        bench.pass(Duration.ofSeconds(4));
        assertThat(seen)
                .singleElement()
                .satisfies(each -> assertThat(each.stage()).isEqualTo(Stage.RUNNING));
        bench.pass(Duration.ofSeconds(2));
        assertThat(state(order)).isEqualTo(Order.State.DONE);
    }

    @Test
    void aShutdownGrantsNothingNewAndWaitsForWhatIsOnItsWay() {
        AtomicInteger closed = new AtomicInteger();
        start(asked(errand("Gear", () -> Mono.delay(Duration.ofSeconds(5)))));
        bench.closing.stop(closed::incrementAndGet);
        assertThat(said(bench.program.book.claim(asked(errand("Bracket"))))).isEqualTo("CLOSING");
        bench.pass(Duration.ofSeconds(4));
        assertThat(closed).hasValue(0);
        bench.pass(Duration.ofSeconds(2));
        assertThat(closed).hasValue(1);
    }

    private Program restarted() {
        Program next =
                new Program(eiger, new FakeJournal(), bench.audit, database.database(), bench.clock, List.of(finder));
        next.started();
        return next;
    }

    @Test
    void aRestartInTheMiddleOfTheCallIsFollowedUpByReading() {
        OrderBook.Asked asked = asked(errand("Gear", Mono::never), errand("Bracket"));
        Order order = start(asked);
        reading = () -> Mono.just(true);
        Program next = restarted();
        bench.pass(Bench.A_MOMENT);

        Order after = next.book.find(order.id()).orElseThrow();
        assertThat(after.items())
                .extracting(Order.Item::state)
                .containsExactly(Order.State.FOUND_DONE, Order.State.NOT_SENT);
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Kind.FOUND_DONE);
        assertThat(outcomes().get(0).sentence()).contains("restarted");
        assertThat(said(next.book.claim(asked("session-new", asked.actionId(), "", errand("Gear"), errand("Bracket")))))
                .isEqualTo("repeated");
        assertThat(said(next.book.claim(asked("session-new", asked.actionId(), "", errand("Hook")))))
                .isEqualTo("STALE");
        assertThat(sent).containsExactly("Gear");
    }

    @Test
    void aRestartBeforeTheCallSaysThatItWasNotSent() {
        Order order = start(asked(errand("Gear").after(each -> Mono.never())));
        Program next = restarted();
        bench.pass(Bench.A_MOMENT);

        assertThat(next.book.find(order.id()).orElseThrow().items())
                .extracting(Order.Item::state)
                .containsExactly(Order.State.NOT_SENT);
        assertThat(bench.audit.deeds()).isEmpty();
    }

    @Test
    void anOrderThatEndedIsKnownAfterARestart() {
        Order order = start(asked(errand("Gear", () -> fails(new Trouble.Rejected("Bad request.", "ref-4")))));
        Order after = restarted().book.find(order.id()).orElseThrow();

        assertThat(after.items()).isEqualTo(order.items());
        assertThat(after.actor()).isEqualTo(LENA);
    }

    @Test
    void aDeedThatNoOrderIsKnownForEndsAsCantTell() {
        bench.audit
                .intend(new Deed("gone", LENA, "approve", null, "", null, "Gear", null, ""))
                .subscribe();
        restarted();
        bench.pass(Bench.A_MOMENT);
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Kind.CANT_TELL);
    }

    @Test
    void neitherSessionNorOneTimeIdIsPrinted() {
        OrderBook.Asked asked = asked(errand("Gear"));
        assertThat(asked.toString()).doesNotContain(asked.actionId(), "session-1");
        assertThat(start(asked).toString()).doesNotContain(asked.actionId(), "session-1");
    }
}
