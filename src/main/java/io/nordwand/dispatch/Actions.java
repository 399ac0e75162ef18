package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Remembers the actions of the last day, grants each intent once, and lets one write at a time happen at a printer. */
@Component
class Actions {

    private static final Logger log = LoggerFactory.getLogger(Actions.class);
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_SHOWN = Duration.ofHours(1);
    private static final int MOST_SHOWN = 5;

    private final Tickets tickets;
    private final Clock clock;
    private final Cache<String, Intent> intents = day();
    private final Cache<String, Action> byKey = day();
    private final Map<PrinterId, List<String>> keysByPrinter = new ConcurrentHashMap<>();
    private final Sinks.Many<Action> sink = Sinks.many().multicast().directBestEffort();

    Actions(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    private static <V> Cache<String, V> day() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(Duration.ofHours(24))
                .build();
    }

    /**
     * Decides whether the intent may be carried out now, and if so makes it an action; one decision at a time.
     *
     * @param printerName the printer's name, for people
     * @param subject title of the build concerned, or blank
     */
    synchronized Claim claim(Intent intent, String printerName, String subject) {
        Intent earlier = intents.getIfPresent(intent.key());
        if (earlier != null) {
            Action action = byKey.getIfPresent(intent.key());
            return earlier.equals(intent) && action != null ? new Claim.Repeated(action) : new Claim.Stale();
        }
        if (!tickets.issued(intent.session(), intent.printer(), intent.actionId())) {
            return new Claim.Stale();
        }
        Action other = blocking(intent);
        if (other != null) {
            return new Claim.Busy(other);
        }
        if (intent.operation() != Operation.REMOVE
                && !tickets.use(intent.session(), intent.printer(), intent.actionId())) {
            return new Claim.Stale();
        }
        Action action = begin(intent, printerName, subject);
        intents.put(intent.key(), intent);
        byKey.put(intent.key(), action);
        keysByPrinter.merge(intent.printer(), List.of(intent.key()), Actions::lastOf);
        log.info(
                "{} asks to {} at {} ({}): build {} \"{}\", entries {}",
                intent.by(),
                intent.operation().key(),
                printerName,
                intent.printer(),
                intent.build(),
                subject,
                intent.entries());
        tell(action);
        return new Claim.Granted(action);
    }

    private Action begin(Intent intent, String printerName, String subject) {
        Instant now = clock.instant();
        return new Action(
                intent.key(),
                intent.operation(),
                intent.printer(),
                printerName,
                intent.by(),
                intent.build(),
                subject,
                intent.entries(),
                now,
                now,
                Stage.RUNNING,
                "action." + intent.operation().key() + ".running",
                List.of(subject, printerName),
                null,
                List.of());
    }

    private static List<String> lastOf(List<String> old, List<String> added) {
        return java.util.stream.Stream.concat(added.stream(), old.stream())
                .limit(20)
                .toList();
    }

    /** One write at a time; while an outcome is still open, only what can't make it worse or harder to tell. */
    private @Nullable Action blocking(Intent intent) {
        return actions(intent.printer()).stream()
                .filter(action -> switch (action.stage()) {
                    case RUNNING -> true;
                    case CHECKING -> intent.operation() != Operation.REMOVE;
                    case WAITING -> intent.operation() == Operation.PRINT;
                    default -> false;
                })
                .findFirst()
                .orElse(null);
    }

    private List<Action> actions(PrinterId printer) {
        return keysByPrinter.getOrDefault(printer, List.of()).stream()
                .map(byKey::getIfPresent)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Puts the action's new stage in place of the old and tells everyone who looks at that printer. */
    Action update(Action action) {
        Action changed = action.changed(clock.instant());
        byKey.put(action.id(), changed);
        if (changed.stage().ended()) {
            log.info(
                    "{} by {} at {} ({}) ended: {} {}{}",
                    changed.operation(),
                    changed.by(),
                    changed.printerName(),
                    changed.printer(),
                    changed.stage(),
                    changed.message(),
                    changed.detail() == null ? "" : " – " + changed.detail());
        }
        tell(changed);
        return changed;
    }

    /** The action once it is no longer running, or as it is after {@code patience}. */
    Mono<Action> settled(Action action, Duration patience) {
        Mono<Action> now = Mono.fromSupplier(() -> byKey.asMap().getOrDefault(action.id(), action));
        return Flux.merge(sink.asFlux().filter(each -> each.id().equals(action.id())), now)
                .filter(each -> each.stage() != Stage.RUNNING)
                .next()
                .timeout(patience, now);
    }

    /** What is worth showing at the printer: running, or ended a short while ago; newest first. */
    List<Action> recent(PrinterId printer) {
        Instant now = clock.instant();
        return actions(printer).stream()
                .filter(action -> !action.stage().ended()
                        || action.changedAt()
                                .plus(action.stage() == Stage.UNKNOWN ? UNKNOWN_SHOWN : SHOWN)
                                .isAfter(now))
                .sorted(Comparator.comparing(Action::startedAt).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private void tell(Action action) {
        sink.emitNext(action, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** Each action as it starts, moves on and ends. */
    Flux<Action> updates() {
        return sink.asFlux().onBackpressureBuffer(256);
    }
}
