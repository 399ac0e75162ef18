package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Appends a build to a queue: reads printer and build afresh, sends once, reads back. A lost answer is looked for in the
 * queue, never sent again (field note 47).
 */
@Component
class Adding {

    private final FarmSource source;
    private final FarmCommands commands;
    private final Farms farms;
    private final Watch watch;
    private final Actions actions;

    Adding(FarmSource source, FarmCommands commands, Farms farms, Watch watch, Actions actions) {
        this.source = source;
        this.commands = commands;
        this.farms = farms;
        this.watch = watch;
        this.actions = actions;
    }

    /** Carries the action out; the result has ended. */
    Mono<Action> run(Action action) {
        BuildId build = Objects.requireNonNull(action.build());
        return Mono.zip(farms.refresh(action.printer()), source.build(build))
                .flatMap(read -> {
                    Action named = action.about(Wording.title(read.getT2()));
                    return Fit.objection(read.getT1().printer(), read.getT2())
                            .map(reason ->
                                    Mono.just(named.at(Stage.REFUSED, reason, named.subject(), named.printerName())))
                            .orElseGet(() -> append(named, read.getT1(), read.getT2()));
                })
                .onErrorResume(FarmException.class, error -> Mono.just(notSent(action, error.trouble())));
    }

    private static Action notSent(Action action, Trouble trouble) {
        return action.at(Stage.REFUSED, "not-sent", action.subject(), action.printerName())
                .because(trouble);
    }

    private Mono<Action> append(Action action, QueueReading before, Build build) {
        return Sending.once(
                commands.append(action.printer(), build.id()),
                entry -> added(action, entry),
                trouble -> failed(action, trouble, before, build.id()));
    }

    private Mono<Action> added(Action action, EntryId entry) {
        return watch.look(action.printer())
                .map(after -> {
                    int position = position(after.queue().entries(), entry);
                    return position > 0
                            ? action.at(Stage.DONE, "done", action.subject(), action.printerName(), position)
                            : action.at(Stage.DONE, "taken", action.subject(), action.printerName());
                })
                .defaultIfEmpty(action.at(Stage.DONE, "taken", action.subject(), action.printerName()));
    }

    private Mono<Action> failed(Action action, Trouble trouble, QueueReading before, BuildId build) {
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return watch.look(action.printer())
                    .thenReturn(action.at(Stage.REFUSED, "refused", action.subject(), action.printerName())
                            .because(trouble));
        }
        Action checking = actions.update(action.at(Stage.CHECKING, "checking", action.subject(), action.printerName())
                .because(trouble));
        Set<EntryId> known = ids(before.queue().entries());
        return watch.until(action.printer(), after -> newEntry(after, known, build))
                .map(position -> checking.at(Stage.DONE, "found", action.subject(), action.printerName(), position))
                .switchIfEmpty(Mono.defer(() -> lastLook(checking, known, build, action.printer())));
    }

    private Mono<Action> lastLook(Action checking, Set<EntryId> known, BuildId build, PrinterId printer) {
        Action unknown = checking.at(Stage.UNKNOWN, "unknown", checking.subject(), checking.printerName());
        return watch.look(printer)
                .map(after -> newEntry(after, known, build)
                        .map(position ->
                                checking.at(Stage.DONE, "found", checking.subject(), checking.printerName(), position))
                        .orElseGet(() ->
                                checking.at(Stage.REFUSED, "not-found", checking.subject(), checking.printerName())))
                .defaultIfEmpty(unknown);
    }

    private static Optional<Integer> newEntry(QueueReading after, Set<EntryId> known, BuildId build) {
        List<QueueEntry> entries = after.queue().entries();
        return entries.stream()
                .filter(entry -> !known.contains(entry.id()))
                .filter(entry -> entry.build() != null && entry.build().id().equals(build))
                .findFirst()
                .map(entry -> position(entries, entry.id()));
    }

    private static int position(List<QueueEntry> entries, EntryId entry) {
        return entries.stream().map(QueueEntry::id).toList().indexOf(entry) + 1;
    }

    private static Set<EntryId> ids(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::id).collect(Collectors.toSet());
    }
}
