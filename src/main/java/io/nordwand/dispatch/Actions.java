package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.dispatch.Denial.Reason;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private record Used(List<Intent> intents, List<Action> actions) {}

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
        return decide(List.of(intent)).orElseGet(() -> {
            Action other = blocking(intent);
            if (other != null) {
                return new Claim.Denied(Denial.busy(other));
            }
            return use(List.of(intent), () -> List.of(begin(intent, printer, null)));
        });
    }

    /**
     * The same for what one form asks of several printers: all that are free begin, and where another action is in the way
     * it is an action that was refused. Their actions come in the order of the intents; those that did not end at once
     * are to be started.
     *
     * @param intents one for each printer, with the same session, place and action id
     * @param printers the printers of the intents, in their order
     */
    synchronized Claim claim(List<Intent> intents, List<Printer> printers) {
        return decide(intents)
                .orElseGet(() -> use(intents, () -> {
                    String group = UUID.randomUUID().toString();
                    return IntStream.range(0, intents.size())
                            .mapToObj(i -> beginUnlessBusy(intents.get(i), printers.get(i), group))
                            .toList();
                }));
    }

    /**
     * The same for what is left of a plan that stopped short; its action joins the group of the former. Of several people
     * who go on with it one is first.
     */
    synchronized Claim goOn(Intent intent, Printer printer, Action left) {
        return decide(List.of(intent)).orElseGet(() -> {
            Action successor = ledger(left.printer()).successor(left);
            if (successor != null) {
                return new Claim.Denied(Denial.continued(successor));
            }
            Action other = blocking(intent);
            return other != null
                    ? new Claim.Denied(Denial.busy(other))
                    : use(List.of(intent), () -> List.of(begin(intent, printer, left.group())));
        });
    }

    /** Whether nobody has gone on with it yet. */
    boolean isLast(Action action) {
        return ledger(action.printer()).successor(action) == null;
    }

    /** The action of that id, as long as it is remembered. */
    Optional<Action> find(String id) {
        return ledgers.values().stream()
                .flatMap(ledger -> Stream.ofNullable(ledger.find(id)))
                .findFirst();
    }

    private Optional<Claim> decide(List<Intent> intents) {
        Intent first = intents.get(0);
        Used earlier = used.getIfPresent(first.actionId());
        if (earlier != null) {
            return Optional.of(
                    earlier.intents().equals(intents)
                            ? new Claim.Repeated(
                                    earlier.actions().stream().map(this::latest).toList())
                            : new Claim.Denied(Denial.of(Reason.STALE)));
        }
        if (closing) {
            return Optional.of(new Claim.Denied(Denial.of(Reason.CLOSING)));
        }
        return tickets.good(first.session(), first.place(), first.actionId())
                ? Optional.empty()
                : Optional.of(new Claim.Denied(Denial.of(Reason.STALE)));
    }

    private Claim use(List<Intent> intents, Supplier<List<Action>> begin) {
        Intent first = intents.get(0);
        if (!tickets.use(first.session(), first.place(), first.actionId())) {
            return new Claim.Denied(Denial.of(Reason.STALE));
        }
        List<Action> actions = begin.get();
        used.put(first.actionId(), new Used(intents, actions));
        return new Claim.Granted(actions);
    }

    private @Nullable Action blocking(Intent intent) {
        return intent.printers().stream()
                .map(printer -> ledger(printer).blocking(intent.operation()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Action beginUnlessBusy(Intent intent, Printer printer, String group) {
        Action other = blocking(intent);
        Action action = begin(intent, printer, group);
        return other == null ? action : update(action.now(Standing.BUSY, other.by()));
    }

    private Action begin(Intent intent, Printer printer, @Nullable String group) {
        Action action = Action.of(intent, printer, group, clock.instant());
        put(action);
        log.info(
                "{} asks to {} at {} ({}): build {}, entries {}, {} steps [{}]",
                Wording.oneLine(action.by()),
                action.operation().key(),
                Wording.oneLine(action.printerName()),
                Wording.oneLine(action.printer()),
                Wording.oneLine(action.build()),
                Wording.oneLine(action.entries()),
                action.steps().size(),
                action.id());
        return action;
    }

    private Ledger ledger(PrinterId printer) {
        return ledgers.getOrDefault(printer, Ledger.EMPTY);
    }

    private void put(Action action) {
        action.printers()
                .forEach(each -> ledgers.compute(
                        each,
                        (printer, ledger) -> (ledger == null ? Ledger.EMPTY : ledger)
                                .with(action, clock.instant().minus(DAY))));
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
                .distinct()
                .toList();
    }

    /** Everything that is open or ended a moment ago, the latest first. */
    List<Action> latest() {
        Instant moment = clock.instant().minus(MOMENT);
        return ledgers.values().stream()
                .flatMap(ledger -> ledger.actions().stream())
                .filter(action -> !action.stage().ended() || action.changedAt().isAfter(moment))
                .distinct()
                .sorted(Comparator.comparing(Action::startedAt).reversed())
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
                .filter(action -> action.printers().contains(printer))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel());
    }
}
