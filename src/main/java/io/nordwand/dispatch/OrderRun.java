package io.nordwand.dispatch;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries orders out, apart from the request that asked for them, one call after the other and each at most once. */
@Component
class OrderRun {

    private static final Logger log = LoggerFactory.getLogger(OrderRun.class);

    private final OrderBook book;
    private final OrderStore store;
    private final Writes writes;
    private final Sending sending;
    private final Register register;
    private final OrderCheck check;
    private final DispatchProperties dispatch;

    OrderRun(
            OrderBook book,
            OrderStore store,
            Writes writes,
            Sending sending,
            Register register,
            OrderCheck check,
            DispatchProperties dispatch) {
        this.book = book;
        this.store = store;
        this.writes = writes;
        this.sending = sending;
        this.register = register;
        this.check = check;
        this.dispatch = dispatch;
    }

    /**
     * Starts the order at once, whether or not anybody waits for what is returned: it emits the order when it is no longer
     * on its way, or as it is when the page's patience ends. To be called once for each granted order.
     */
    Mono<Order> start(Order order, List<Errand> errands) {
        log.info("{}", said(order, "asks"));
        begun(order)
                .flatMap(objection ->
                        objection.map(trouble -> heldBack(order, 0, trouble)).orElseGet(() -> from(order, errands, 0)))
                .onErrorResume(error -> broken(order, error))
                .then(Mono.defer(() -> stored(order)))
                .subscribe();
        return book.settled(order, dispatch.patience());
    }

    /** Why nothing of it may be sent, or empty once it is stored. */
    private Mono<Optional<Trouble>> begun(Order order) {
        return Mono.defer(() -> {
            Optional<Trouble> objection = writes.objection();
            OrderBook.Origin origin = book.origin(order);
            if (objection.isPresent() || origin == null) {
                return Mono.just(objection);
            }
            return store.begin(order, origin)
                    .timeout(Register.PATIENCE)
                    .thenReturn(Optional.<Trouble>empty())
                    .onErrorResume(problem -> {
                        log.error("Order {} is not carried out, since it could not be stored", order.id(), problem);
                        return Mono.just(Optional.of(new Trouble.NotRecorded(
                                "The database could not take it down, so it was not sent.", null)));
                    });
        });
    }

    /** The calls from that one on, until one ends in a way that leaves no sense in the next. */
    private Mono<Void> from(Order order, List<Errand> errands, int index) {
        if (index == errands.size()) {
            return Mono.empty();
        }
        return Mono.defer(() -> one(order, errands.get(index), index))
                .flatMap(trouble -> trouble.filter(OrderRun::endsAll)
                        .map(worse -> worse instanceof Trouble.OutcomeUnknown
                                ? Mono.<Void>empty()
                                : heldBack(order, index + 1, worse))
                        .orElseGet(() -> from(order, errands, index + 1)));
    }

    private static boolean endsAll(Trouble trouble) {
        return !(trouble instanceof Trouble.Rejected
                || trouble instanceof Trouble.NotFound
                || trouble instanceof Trouble.Conflict);
    }

    private Mono<Optional<Trouble>> one(Order order, Errand errand, int index) {
        return prepared(order, errand).flatMap(objection -> {
            if (objection.isPresent()) {
                book.change(order.id(), index, item -> item.now(Order.State.NOT_SENT, objection.get()));
                return Mono.just(objection);
            }
            return sending.once(
                            slip(order, errand, index),
                            () -> errand.call().get().<Made>map(OrderRun::made).defaultIfEmpty(Made.NOTHING))
                    .flatMap(answer -> ended(order, index, answer).thenReturn(Optional.ofNullable(answer.trouble())));
        });
    }

    private static Made made(Object value) {
        return value instanceof Made made ? made : Made.NOTHING;
    }

    /** What speaks against sending, after the errand's own preparation. */
    private Mono<Optional<Trouble>> prepared(Order order, Errand errand) {
        return Mono.defer(() -> {
            Optional<Trouble> stopped = writes.objection();
            return stopped.isPresent()
                    ? Mono.just(stopped)
                    : Mono.defer(() -> errand.preparation().apply(order))
                            .timeout(dispatch.readingLimit())
                            .then(Mono.just(Optional.<Trouble>empty()))
                            .onErrorResume(problem -> Mono.just(Optional.of(unprepared(order, problem))));
        });
    }

    private Trouble unprepared(Order order, Throwable problem) {
        if (problem instanceof FarmException known) {
            return known.trouble();
        }
        if (problem instanceof TimeoutException) {
            return new Trouble.Unavailable(
                    "Eiger did not answer within " + dispatch.readingLimit().toSeconds() + " s.", null);
        }
        log.error("Order {} could not be prepared, so it is not carried out", order.id(), problem);
        return new Trouble.NotRecorded("Nordwand itself failed before anything was sent.", null);
    }

    private Mono<Void> ended(Order order, int index, Sending.Answer<Made> answer) {
        Trouble trouble = answer.trouble();
        if (trouble == null) {
            book.change(order.id(), index, item -> item.now(Order.State.DONE, null));
            return Mono.empty();
        }
        if (Standing.unsent(trouble)) {
            book.change(order.id(), index, item -> item.now(Order.State.NOT_SENT, trouble));
            return Mono.empty();
        }
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            book.change(order.id(), index, item -> item.now(Order.State.REFUSED, trouble));
            return Mono.empty();
        }
        return heldBack(order, index + 1, trouble).then(check.lost(order, index, trouble, ""));
    }

    private Mono<Void> heldBack(Order order, int index, Trouble trouble) {
        for (int i = index; i < order.items().size(); i++) {
            book.change(order.id(), i, item -> item.now(Order.State.NOT_SENT, trouble));
        }
        return Mono.empty();
    }

    /** A fault of ours: what may have been sent is unknown, not refused. */
    private Mono<Void> broken(Order order, Throwable error) {
        log.error("Order {} broke off", order.id(), error);
        Trouble trouble = new Trouble.OutcomeUnknown("Nordwand itself failed in the middle of this.", null);
        Order now = book.find(order.id()).orElse(order);
        for (int i = 0; i < now.items().size(); i++) {
            if (!now.items().get(i).state().stage().ended()) {
                book.change(
                        order.id(),
                        i,
                        item -> item.now(item.deed() == null ? Order.State.NOT_SENT : Order.State.CANT_TELL, trouble));
            }
        }
        return Flux.fromIterable(now.items())
                .filter(item -> item.deed() != null && !item.state().stage().ended())
                .concatMap(item -> register.settle(
                        Objects.requireNonNull(item.deed()), Outcome.of(Outcome.Kind.CANT_TELL, trouble.sentence())))
                .then();
    }

    /** What the end of an order could not store, its next start finds in the audit log. */
    private Mono<Void> stored(Order order) {
        Order now = book.find(order.id()).orElse(order);
        log.info("{}", said(now, now.stage().key()));
        return store.change(now).timeout(Register.PATIENCE).onErrorResume(problem -> {
            log.error("The end of order {} could not be stored", order.id(), problem);
            return Mono.empty();
        });
    }

    private static String said(Order order, String what) {
        Order.Item first = order.items().get(0);
        return Wording.oneLine("%s: order of %d calls, first %s \"%s\", by %s [%s]"
                .formatted(
                        what,
                        order.items().size(),
                        first.operation(),
                        first.subject(),
                        order.actor().name(),
                        order.id()));
    }

    private Slip<DeedId> slip(Order order, Errand errand, int index) {
        return new Slip<>() {
            @Override
            public Mono<DeedId> intend() {
                return register.intend(new Deed(
                                order.id(),
                                order.actor(),
                                errand.operation(),
                                null,
                                "",
                                errand.build(),
                                errand.subject(),
                                null,
                                errand.seen()))
                        .flatMap(deed -> store.change(book.change(
                                        order.id(),
                                        index,
                                        item -> item.deed(deed).now(Order.State.SENDING, null)))
                                .timeout(Register.PATIENCE)
                                .onErrorResume(error -> withdraw(deed, "The order could not be taken down.")
                                        .then(Mono.error(error)))
                                .thenReturn(deed));
            }

            @Override
            public Mono<Void> withdraw(DeedId deed, String why) {
                book.change(order.id(), index, item -> item.deed(null).now(Order.State.WAITING, null));
                return register.settle(deed, Outcome.of(Outcome.Kind.NOT_DONE, why));
            }

            @Override
            public Mono<Void> settle(DeedId deed, Outcome outcome) {
                return register.settle(deed, outcome);
            }

            @Override
            public String id() {
                return order.id();
            }
        };
    }
}
