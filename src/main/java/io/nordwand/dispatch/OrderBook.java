package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.audit.Actor;
import io.nordwand.dispatch.Denial.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Grants each order once, and remembers what became of it. */
@Component
class OrderBook {

    private final Tickets tickets;
    private final Clock clock;
    private final UsedIds<String> used = new UsedIds<>();
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final Map<String, Order> open = new ConcurrentHashMap<>();
    private final Cache<String, Order> ended = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();
    private final Sinks.Many<Order> sink = Sinks.many().multicast().directBestEffort();
    private boolean closing;

    OrderBook(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /** What a form asks for, and who. */
    record Asked(String session, String actionId, Actor actor, Commission commission) {

        /** The same again has the same digest. */
        String digest() {
            String all = commission.errands().stream().map(Errand::asked).collect(Collectors.joining("\n\n"));
            String text = commission.place() + "\n" + actor.name() + "\n" + all;
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /** Without session and action id: whoever knew both could act. */
        @Override
        public String toString() {
            return "Asked[" + commission.place() + " by " + actor.name() + "]";
        }
    }

    /** What is to be stored of an order before it begins. */
    record Origin(String actionId, String asked) {}

    /**
     * Whether an order may be carried out.
     *
     * @param orders the one order, or none
     * @param isNew whether it is to be carried out, or was before
     * @param denial why nothing is sent, or null
     */
    record Entry(
            List<Order> orders, boolean isNew, @Nullable Denial denial) {}

    private static Entry denied(Reason reason) {
        return new Entry(List.of(), false, Denial.of(reason));
    }

    /** Decides whether that may be carried out now, and if so makes it an order; one decision at a time. */
    synchronized Entry claim(Asked asked) {
        String digest = asked.digest();
        Commission commission = asked.commission();
        UsedIds.Use<String> earlier = used.of(asked.actionId());
        if (earlier != null) {
            Optional<Order> order = earlier.isFor(asked.session(), List.of(digest))
                    ? find(earlier.made().get(0))
                    : Optional.empty();
            return order.map(known -> new Entry(List.of(known), false, null)).orElseGet(() -> denied(Reason.STALE));
        }
        if (closing) {
            return denied(Reason.CLOSING);
        }
        if (!tickets.good(asked.session(), commission.place(), asked.actionId())) {
            return denied(Reason.STALE);
        }
        if (isTaken(commission.alone())) {
            return denied(Reason.BUSY);
        }
        if (!tickets.use(asked.session(), commission.place(), asked.actionId())) {
            return denied(Reason.STALE);
        }
        return new Entry(List.of(begin(asked, digest)), true, null);
    }

    private boolean isTaken(String alone) {
        return !alone.isBlank()
                && open.values().stream().anyMatch(order -> order.alone().equals(alone));
    }

    private Order begin(Asked asked, String digest) {
        Instant now = clock.instant();
        Order order = new Order(
                UUID.randomUUID().toString(),
                asked.actor(),
                asked.commission().alone(),
                now,
                now,
                asked.commission().errands().stream().map(Order.Item::of).toList());
        origins.put(order.id(), new Origin(asked.actionId(), digest));
        open.put(order.id(), order);
        used.add(asked.actionId(), asked.session(), List.of(digest), List.of(order.id()));
        return order;
    }

    /** Which form an order came from, that has not ended. */
    @Nullable
    Origin origin(Order order) {
        return origins.get(order.id());
    }

    /** Whether the one-time id has served already. */
    boolean used(String actionId) {
        return used.of(actionId) != null;
    }

    /** Knows an order again that was stored before a restart. */
    synchronized void restore(Order order, Origin origin) {
        used.add(origin.actionId(), null, List.of(origin.asked()), List.of(order.id()));
        if (order.stage().ended()) {
            ended.put(order.id(), order);
        } else {
            origins.put(order.id(), origin);
            open.put(order.id(), order);
        }
    }

    Optional<Order> find(String id) {
        Order running = open.get(id);
        return running != null ? Optional.of(running) : Optional.ofNullable(ended.getIfPresent(id));
    }

    /** Everything that has not ended. */
    List<Order> open() {
        return List.copyOf(open.values());
    }

    /** Changes one call of an order that has not ended, and tells everyone. */
    Order change(String id, int index, UnaryOperator<Order.Item> change) {
        Order after;
        synchronized (this) {
            Order before = find(id).orElseThrow();
            after = before.with(index, change.apply(before.items().get(index)), clock.instant());
            if (after.stage().ended()) {
                ended.put(id, after);
                open.remove(id);
                origins.remove(id);
            } else {
                open.put(id, after);
            }
        }
        sink.emitNext(after, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
        return after;
    }

    /** Each order as it moves on and ends. */
    Flux<Order> changes() {
        return sink.asFlux()
                .onBackpressureBuffer(1024, BufferOverflowStrategy.DROP_OLDEST)
                .publishOn(Schedulers.parallel());
    }

    /** The order once it is no longer on its way, or as it is after {@code patience}. */
    Mono<Order> settled(Order order, Duration patience) {
        Mono<Order> now = Mono.fromSupplier(() -> find(order.id()).orElse(order));
        return Flux.merge(changes().filter(each -> each.id().equals(order.id())), now)
                .filter(each -> each.stage() != Stage.RUNNING)
                .next()
                .timeout(patience, now);
    }

    /** From now on nothing new is granted. */
    synchronized void close() {
        closing = true;
    }
}
