package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.dispatch.Denial.Reason;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Grants each intent once, lets one write at a time happen at a printer, and remembers what became of it. */
@Component
class Actions {

    private static final Logger log = LoggerFactory.getLogger(Actions.class);
    private static final Duration DAY = Duration.ofHours(24);

    private record Used(Intent intent, String action) {}

    private final Tickets tickets;
    private final Clock clock;
    private final Cache<String, Used> used =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(DAY).build();
    private final Map<PrinterId, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Sinks.Many<Action> sink = Sinks.many().multicast().directBestEffort();
    private volatile boolean closing;

    Actions(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Decides whether the intent may be carried out now, and if so makes it an action; one decision at a time. */
    synchronized Claim claim(Intent intent, Printer printer) {
        Used earlier = used.getIfPresent(intent.actionId());
        if (earlier != null) {
            Action action = ledger(intent.printer()).find(earlier.action());
            return earlier.intent().equals(intent) && action != null
                    ? new Claim.Repeated(action)
                    : new Claim.Denied(Denial.of(Reason.STALE));
        }
        if (closing) {
            return new Claim.Denied(Denial.of(Reason.CLOSING));
        }
        if (!tickets.good(intent.session(), intent.printer(), intent.actionId())) {
            return new Claim.Denied(Denial.of(Reason.STALE));
        }
        Action other = ledger(intent.printer()).blocking(intent.operation());
        if (other != null) {
            return new Claim.Denied(Denial.busy(other));
        }
        return tickets.use(intent.session(), intent.printer(), intent.actionId())
                ? new Claim.Granted(begin(intent, printer))
                : new Claim.Denied(Denial.of(Reason.STALE));
    }

    private Action begin(Intent intent, Printer printer) {
        Action action = Action.of(intent, printer, clock.instant());
        used.put(intent.actionId(), new Used(intent, action.id()));
        put(action);
        log.info(
                "{} asks to {} at {} ({}): build {}, entries {} [{}]",
                Wording.oneLine(action.by()),
                action.operation().key(),
                Wording.oneLine(action.printerName()),
                Wording.oneLine(action.printer()),
                Wording.oneLine(action.build()),
                Wording.oneLine(action.entries()),
                action.id());
        return action;
    }

    private Ledger ledger(PrinterId printer) {
        return ledgers.getOrDefault(printer, Ledger.EMPTY);
    }

    private void put(Action action) {
        ledgers.compute(
                action.printer(),
                (printer, ledger) -> (ledger == null ? Ledger.EMPTY : ledger)
                        .with(action, clock.instant().minus(DAY)));
        // Subscribers only take note, so that the one who emits at this moment is through in no time.
        sink.emitNext(action, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** Puts the action's new progress in place of the old and tells everyone who looks at that printer. */
    Action update(Action action) {
        Action before = latest(action);
        Action changed = action.with(action.progress().at(before.changedAt()));
        if (changed.equals(before)) {
            return before;
        }
        Action after = action.with(action.progress().at(clock.instant()));
        put(after);
        if (after.stage().ended()) {
            log.info(
                    "{} \"{}\" by {} at {} ended {}: {}{} [{}]",
                    after.operation().key(),
                    Wording.oneLine(after.subject()),
                    Wording.oneLine(after.by()),
                    Wording.oneLine(after.printerName()),
                    after.stage(),
                    after.standing(),
                    after.detail() == null ? "" : ", " + Wording.oneLine(after.detail()),
                    after.id());
        }
        return after;
    }

    /** The action as it stands now. */
    Action latest(Action action) {
        Action found = ledger(action.printer()).find(action.id());
        return found == null ? action : found;
    }

    /** The action once it is no longer running, or as it is after {@code patience}. */
    Mono<Action> settled(Action action, Duration patience) {
        Mono<Action> now = Mono.fromSupplier(() -> latest(action));
        Flux<Action> next = sink.asFlux()
                .filter(each -> each.id().equals(action.id()))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel());
        return Flux.merge(next, now)
                .filter(each -> each.stage() != Stage.RUNNING)
                .next()
                .timeout(patience, now);
    }

    /** What is worth showing at the printer: running, or ended a short while ago; newest first. */
    List<Action> recent(PrinterId printer) {
        return ledger(printer).recent(clock.instant());
    }

    /** The last start at this printer whose outcome nobody knows, or null when a later one was confirmed. */
    @Nullable
    Action unconfirmed(PrinterId printer) {
        return ledger(printer).unconfirmed(clock.instant().minus(DAY));
    }

    /** Everything that has not ended. */
    List<Action> open() {
        return ledgers.values().stream()
                .flatMap(ledger -> ledger.open().stream())
                .toList();
    }

    /** From now on nothing new is granted. */
    synchronized void close() {
        closing = true;
    }

    /** Whether the program is being shut down, so that long runs should end at the next good place. */
    boolean closing() {
        return closing;
    }

    /** Each action as it starts, moves on and ends. */
    Flux<Action> updates() {
        return sink.asFlux()
                .onBackpressureBuffer(4096, BufferOverflowStrategy.DROP_OLDEST)
                .publishOn(Schedulers.parallel());
    }

    /** The same for one printer; a slow reader gets the latest. */
    Flux<Action> updates(PrinterId printer) {
        return sink.asFlux()
                .filter(action -> action.printer().equals(printer))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel());
    }
}
