package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Appends a build to a queue: reads printer and build afresh, sends once, reads back. A lost answer is looked for in the
 * queue, never sent again (field note 47); since it may still take effect later, "not there" is said only at the end,
 * and only if nothing shows that others changed the queue meanwhile, who may have started it or taken it out.
 */
@Component
class Adding {

    private final Preflight preflight;
    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final RecentJobs jobs;
    private final Actions actions;

    Adding(Preflight preflight, FarmCommands commands, Sending sending, Watch watch, RecentJobs jobs, Actions actions) {
        this.preflight = preflight;
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.jobs = jobs;
        this.actions = actions;
    }

    /** Carries the action out; what it emits has ended. */
    Flux<Action> run(Action action) {
        return preflight.printerAndBuild(
                action,
                (named, ground) -> Fit.objection(ground.now().printer(), ground.build())
                        .map(objection -> Flux.just(named.now(objection)))
                        .orElseGet(() ->
                                append(named, ground.now(), ground.build()).flux()));
    }

    private Mono<Action> append(Action action, QueueReading before, Build build) {
        return sending.once(
                        action,
                        Call.append(action.printer(), build.id(), Reading.ids(before)),
                        () -> commands.append(action.printer(), build.id()))
                .flatMap(answer -> answer.fold(
                        entry -> added(action, entry),
                        trouble -> failed(action, trouble, answer.claimed(), Reading.ids(before), build.id())));
    }

    /** Eiger took it: looks where it is. */
    Mono<Action> added(Action action, EntryId entry) {
        return watch.look(action.printer())
                .map(after -> Reading.position(after, entry))
                .filter(position -> position > 0)
                .map(position -> action.now(Standing.QUEUED, position))
                .defaultIfEmpty(action.now(Standing.TAKEN));
    }

    private Mono<Action> failed(Action action, Trouble trouble, boolean claimed, Set<EntryId> known, BuildId build) {
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return watch.look(action.printer())
                    .thenReturn(action.now(Standing.after(trouble, Standing.REFUSED))
                            .because(trouble));
        }
        actions.update(action.now(Standing.CHECKING).because(trouble));
        return lost(action, trouble, claimed, known, build);
    }

    /**
     * Looks for what became of an append whose answer was lost.
     *
     * @param claimed whether something says that it was done, so that it can't be called not done
     * @param known what was in the queue before it
     */
    Mono<Action> lost(Action action, Trouble trouble, boolean claimed, Set<EntryId> known, BuildId build) {
        return Mono.defer(() -> {
            AtomicBoolean touched = new AtomicBoolean(claimed);
            Function<QueueReading, Optional<Action>> found = after -> {
                touched.compareAndSet(false, Reading.touched(after, known, build));
                return found(action, after, known, build);
            };
            return watch.until(action.printer(), found)
                    .switchIfEmpty(Mono.defer(() -> watch.look(action.printer())
                            .flatMap(after -> Mono.justOrEmpty(found.apply(after))
                                    .switchIfEmpty(missing(action, touched.get(), build)))
                            .defaultIfEmpty(action.now(Standing.UNKNOWN))))
                    .map(ended -> ended.stage() == Stage.DONE ? ended : ended.because(trouble));
        });
    }

    private Mono<Action> missing(Action action, boolean touched, BuildId build) {
        return touched
                ? Mono.just(action.now(Standing.UNKNOWN))
                : jobs.anySince(action, action.printer(), build)
                        .map(printed -> action.now(printed ? Standing.UNKNOWN : Standing.NOT_FOUND));
    }

    /** Entries of that build that were not there before: ours, or somebody else's. */
    private static Optional<Action> found(Action action, QueueReading after, Set<EntryId> known, BuildId build) {
        List<EntryId> ofBuild = after.queue().entries().stream()
                .filter(entry -> !known.contains(entry.id()) && Reading.isOf(entry, build))
                .map(QueueEntry::id)
                .toList();
        return ofBuild.stream()
                .findFirst()
                .map(entry ->
                        action.now(Standing.FOUND, Reading.position(after, entry), entry.value(), ofBuild.size()));
    }
}
