package io.nordwand.dispatch;

import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out by reading what became of calls whose answers were lost, at once and after a restart. Sends nothing. */
@Component
class OrderCheck implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(OrderCheck.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** A list can have many pages, so the pauses between readings grow to that many of the first. */
    private static final long LONGEST = 8;

    private static final String RESTARTED = Resuming.RESTARTED;
    private static final Trouble BROKEN_OFF = new Trouble.OutcomeUnknown(RESTARTED, null);

    private final OrderBook book;
    private final OrderStore store;
    private final Register register;
    private final ObjectProvider<Finder> finders;
    private final DispatchProperties dispatch;
    private final Clock clock;

    OrderCheck(
            OrderBook book,
            OrderStore store,
            Register register,
            ObjectProvider<Finder> finders,
            DispatchProperties dispatch,
            Clock clock) {
        this.book = book;
        this.store = store;
        this.register = register;
        this.finders = finders;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Knows again what was stored, before the first request comes in. */
    @Override
    public void afterPropertiesSet() {
        store.load(clock.instant().minus(REMEMBERED)).forEach(row -> book.restore(row.order(), row.origin()));
    }

    /** Reads until it shows, or the time is over; then order and audit log say what was found. */
    Mono<Void> lost(Order order, int index, Trouble trouble, String note) {
        return Mono.defer(() -> {
            Order checking = book.change(order.id(), index, item -> item.now(Order.State.CHECKING, trouble));
            Order.Item item = checking.items().get(index);
            return found(item).flatMap(outcome -> {
                book.change(order.id(), index, each -> each.now(state(outcome), trouble));
                return register.settle(
                        Objects.requireNonNull(item.deed(), "what was sent was taken down"), Outcome.of(outcome, note));
            });
        });
    }

    private static Order.State state(Outcome.Kind kind) {
        return switch (kind) {
            case FOUND_DONE -> Order.State.FOUND_DONE;
            case FOUND_NOT_DONE -> Order.State.FOUND_NOT_DONE;
            default -> Order.State.CANT_TELL;
        };
    }

    private Mono<Outcome.Kind> found(Order.Item item) {
        Finder finder = finders.stream()
                .filter(each -> each.operations().contains(item.operation()))
                .findFirst()
                .orElse(null);
        if (finder == null) {
            return Mono.just(Outcome.Kind.CANT_TELL);
        }
        AtomicReference<Outcome.Kind> last = new AtomicReference<>(Outcome.Kind.CANT_TELL);
        return look(finder, item)
                .repeatWhen(looked -> looked.index()
                        .concatMap(turn -> Mono.delay(dispatch.askEvery()
                                .multipliedBy(Math.min(LONGEST, 1L << Math.min(turn.getT1(), 10))))))
                .doOnNext(last::set)
                .filter(kind -> kind == Outcome.Kind.FOUND_DONE)
                .next()
                .timeout(dispatch.followUp(), Mono.empty())
                .switchIfEmpty(Mono.fromSupplier(last::get));
    }

    private Mono<Outcome.Kind> look(Finder finder, Order.Item item) {
        return Mono.defer(() -> finder.happened(item))
                .timeout(dispatch.readingLimit())
                .map(happened -> happened ? Outcome.Kind.FOUND_DONE : Outcome.Kind.FOUND_NOT_DONE)
                .onErrorResume(problem -> Mono.empty())
                .defaultIfEmpty(Outcome.Kind.CANT_TELL);
    }

    /**
     * After a restart: ends what was not sent, and follows up the rest by itself.
     *
     * @param open deeds that nobody knows the outcome of
     */
    void resume(Set<DeedId> open) {
        book.open().forEach(order -> {
            log.warn("Following up an order that the last end of the program broke off [{}]", order.id());
            Flux.range(0, order.items().size())
                    .flatMap(i -> resumed(order, i, open))
                    .then(Mono.defer(() -> store.change(book.find(order.id()).orElse(order))))
                    .subscribe(
                            nothing -> {},
                            problem -> log.error("Order {} was not followed up to its end", order.id(), problem));
        });
    }

    private Mono<Void> resumed(Order order, int index, Set<DeedId> open) {
        Order.Item item = order.items().get(index);
        if (item.state().stage().ended()) {
            return Mono.empty();
        }
        DeedId deed = item.deed();
        if (deed != null && open.contains(deed)) {
            return lost(order, index, BROKEN_OFF, RESTARTED);
        }
        Trouble trouble = deed == null
                ? new Trouble.NotRecorded(RESTARTED + " It was not sent.", null)
                : new Trouble.OutcomeUnknown("Nordwand was restarted; the audit log has Eiger’s answer.", null);
        Order.State state = deed == null ? Order.State.NOT_SENT : Order.State.CANT_TELL;
        book.change(order.id(), index, each -> each.now(state, trouble));
        return Mono.empty();
    }

    /** Whether an order answers for that deed, and what is to be done about it then: null when none does. */
    @Nullable
    Mono<Void> answersFor(OpenDeed open) {
        Optional<Order> order = book.find(open.deed().action());
        if (order.isEmpty()) {
            return null;
        }
        boolean sent = order.get().items().stream().anyMatch(item -> open.id().equals(item.deed()));
        return sent
                ? Mono.empty()
                : register.settle(open.id(), Outcome.of(Outcome.Kind.NOT_DONE, "It was not sent. " + RESTARTED));
    }
}
