package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks whether what Eiger says it has taken out has left the queue. Eiger may show it for a while; what is still there
 * at the end of the follow-up was not taken out, whatever was answered.
 */
@Component
class Leftovers {

    private final Watch watch;
    private final Actions actions;

    Leftovers(Watch watch, Actions actions) {
        this.watch = watch;
        this.actions = actions;
    }

    /** The steps with those that Eiger did, but that the queues contradict. */
    Mono<List<Step>> settled(Action action, List<Step> steps) {
        Map<PrinterId, Set<EntryId>> out = steps.stream()
                .filter(step -> step.result() == Result.REMOVED && step.entry() != null)
                .collect(Collectors.groupingBy(Step::printer, Collectors.mapping(Step::entry, Collectors.toSet())));
        return Flux.fromIterable(out.entrySet())
                .flatMap(each -> staying(action.with(steps), each.getKey(), each.getValue()))
                .collect(HashSet<EntryId>::new, Set::addAll)
                .map(staying -> steps.stream()
                        .map(step -> step.result() == Result.REMOVED && staying.contains(step.entry())
                                ? step.with(Result.STILL_THERE)
                                : step)
                        .toList());
    }

    /** Whether the entry is still in the queue, although Eiger has taken it out; false where that can't be read. */
    Mono<Boolean> stays(Action action, EntryId entry) {
        return staying(action, action.printer(), Set.of(entry)).map(staying -> !staying.isEmpty());
    }

    /** Those of the entries that stay in the queue; while they do, the action is being checked. */
    private Mono<Set<EntryId>> staying(Action action, PrinterId printer, Set<EntryId> entries) {
        return watch.look(printer)
                .map(now -> held(now, entries))
                .flatMap(first -> first.isEmpty() ? Mono.just(first) : atLast(action, printer, first))
                .defaultIfEmpty(Set.of());
    }

    private Mono<Set<EntryId>> atLast(Action action, PrinterId printer, Set<EntryId> entries) {
        if (action.stage() == Stage.RUNNING) {
            actions.update(action.now(Standing.CHECKING));
        }
        return watch.until(printer, now -> Optional.of(held(now, entries)).filter(Set::isEmpty))
                .switchIfEmpty(Mono.defer(() -> watch.look(printer).map(now -> held(now, entries))))
                .defaultIfEmpty(entries);
    }

    private static Set<EntryId> held(QueueReading now, Set<EntryId> entries) {
        Set<EntryId> held = new HashSet<>(Reading.ids(now));
        held.retainAll(entries);
        return Set.copyOf(held);
    }
}
