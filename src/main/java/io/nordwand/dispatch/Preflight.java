package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what an action depends on before anything is sent. What can't be read ends the action with "nothing was sent",
 * however old or new the pages' data are.
 */
@Component
class Preflight {

    private static final Logger log = LoggerFactory.getLogger(Preflight.class);

    private static final int AT_ONCE = 4;

    private final FarmSource source;
    private final Watch watch;
    private final Duration limit;

    Preflight(FarmSource source, Watch watch, DispatchProperties dispatch) {
        this.source = source;
        this.watch = watch;
        this.limit = dispatch.readingLimit();
    }

    /** What was read of printer and build. */
    record Ground(QueueReading now, Build build) {}

    /** What was read of all printers of a plan, and of the builds that it appends. */
    record Scene(Map<PrinterId, QueueReading> readings, Map<BuildId, Build> builds) {

        QueueReading reading(PrinterId printer) {
            return Objects.requireNonNull(readings.get(printer), "a printer that was read");
        }

        Optional<QueueEntry> find(EntryId entry) {
            return readings.values().stream()
                    .flatMap(reading -> Reading.find(reading, entry).stream())
                    .findFirst();
        }
    }

    /** Goes on with a fresh reading of the printer. */
    Flux<Action> printer(Action action, Function<QueueReading, ? extends Flux<Action>> next) {
        return go(watch.read(action.printer()), action, next);
    }

    /** Goes on with a fresh reading of the printer and of the action's build, whose title it then carries. */
    Flux<Action> printerAndBuild(Action action, BiFunction<Action, Ground, ? extends Flux<Action>> next) {
        BuildId id = Objects.requireNonNull(action.build());
        Mono<Build> build = Mono.defer(() -> source.build(id)).timeout(limit);
        return go(
                Mono.zip(watch.read(action.printer()), build, Ground::new),
                action,
                ground -> next.apply(action.about(Wording.title(ground.build())), ground));
    }

    /** Goes on with fresh readings of all printers of the plan, and of the builds that it appends. */
    Flux<Action> plan(Action action, Function<Scene, ? extends Flux<Action>> next) {
        Set<PrinterId> printers = new HashSet<>(action.printers());
        printers.addAll(action.expected().keySet());
        Mono<Map<PrinterId, QueueReading>> readings = Flux.fromIterable(printers)
                .flatMap(id -> watch.read(id).single().map(reading -> Map.entry(id, reading)), AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        Mono<Map<BuildId, Build>> builds = Flux.fromStream(() ->
                        action.steps().stream().flatMap(Preflight::toAppend).distinct())
                .flatMap(id -> source.build(id).timeout(limit).single().map(build -> Map.entry(id, build)), AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return go(Mono.zip(readings, builds, Scene::new), action, next);
    }

    private static Stream<BuildId> toAppend(Step step) {
        return step.kind() == Step.Kind.APPEND ? Stream.ofNullable(step.build()) : Stream.empty();
    }

    /** The errors of the reading alone mean that nothing was sent; those of what follows don't pass through here. */
    private <T> Flux<Action> go(Mono<T> reading, Action action, Function<T, ? extends Flux<Action>> next) {
        Mono<Sending.Answer<T>> answer = reading.<Sending.Answer<T>>map(read -> new Sending.Answer<>(read, null))
                .onErrorResume(error -> Mono.just(new Sending.Answer<>(null, trouble(error))))
                .defaultIfEmpty(new Sending.Answer<>(null, silent()));
        return answer.flatMapMany(read -> read.<Flux<Action>>fold(
                next::apply, trouble -> Flux.just(action.now(Standing.NOT_SENT).because(trouble))));
    }

    /** What a failed reading means. */
    static Trouble trouble(Throwable error) {
        if (error instanceof FarmException known) {
            return known.trouble();
        }
        if (error instanceof TimeoutException) {
            return silent();
        }
        if (error instanceof NoSuchElementException) {
            return silent();
        }
        log.error("A reading before an action broke off", error);
        return new Trouble.Unreadable("Nordwand itself failed while it read the printer.", null);
    }

    private static Trouble silent() {
        return new Trouble.Unavailable("Eiger did not answer.", null);
    }
}
