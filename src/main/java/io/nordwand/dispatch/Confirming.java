package io.nordwand.dispatch;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Watches a printer after a start was sent. Only its active job tells that it took the job; a state that asks for a
 * person is no refusal, since the job may begin as soon as that person has acted.
 */
@Component
class Confirming {

    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final Actions actions;

    Confirming(FarmCommands commands, Sending sending, Watch watch, Actions actions) {
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.actions = actions;
    }

    /** Follows the job that Eiger named; emits again if a later poll shows a job that was given up. */
    Flux<Action> job(Action action, JobId job) {
        actions.update(action.now(Standing.WAITING));
        Mono<Action> ended = watch.until(action.printer(), now -> {
                    Optional<Action> verdict = taken(action, now, job).or(() -> unusable(action, now));
                    if (verdict.isEmpty()) {
                        actions.update(waiting(action, now.printer()));
                    }
                    return verdict;
                })
                .switchIfEmpty(Mono.defer(() -> lastLook(action, now -> taken(action, now, job))))
                .flatMap(this::takeOut);
        return ended.flatMapMany(
                end -> end.stage() == Stage.UNKNOWN ? Flux.concat(Mono.just(end), late(end, job)) : Flux.just(end));
    }

    /** Without a job id: the printer was free before, so that a job of that build tells enough, also in a later poll. */
    Flux<Action> lost(Action action, Trouble trouble, BuildId build) {
        actions.update(action.now(Standing.CHECKING).because(trouble));
        Mono<Action> ended = watch.until(
                        action.printer(), now -> seen(action, now, build).or(() -> unusable(action, now)))
                .switchIfEmpty(Mono.defer(() -> lastLook(action, now -> seen(action, now, build))))
                .map(end -> end.stage() == Stage.DONE ? end : end.because(trouble));
        return ended.flatMapMany(end ->
                end.stage() == Stage.UNKNOWN ? Flux.concat(Mono.just(end), late(action, build)) : Flux.just(end));
    }

    private static Action waiting(Action action, PrinterReport printer) {
        return Readiness.waitsForHands(printer)
                ? action.now(Standing.WAITING_FOR_HANDS, Readiness.word(printer))
                : action.now(Standing.WAITING);
    }

    private Mono<Action> lastLook(Action action, Function<QueueReading, Optional<Action>> verdict) {
        return watch.look(action.printer())
                .map(now -> verdict.apply(now)
                        .orElseGet(() -> action.now(Standing.UNCONFIRMED, Readiness.word(now.printer()))))
                .defaultIfEmpty(action.now(Standing.UNREAD));
    }

    private static Optional<Action> taken(Action action, QueueReading now, JobId job) {
        return has(now.printer(), job)
                ? Optional.of(action.now(queued(action, now) ? Standing.STILL_QUEUED : started(action)))
                : Optional.empty();
    }

    private static Optional<Action> seen(Action action, QueueReading now, BuildId build) {
        return Reading.worksOn(now.printer().activeJob(), build)
                ? Optional.of(action.now(queued(action, now) ? Standing.SEEN_QUEUED : Standing.SEEN))
                : Optional.empty();
    }

    private static Optional<Action> unusable(Action action, QueueReading now) {
        return Readiness.unusable(now.printer())
                ? Optional.of(action.now(Standing.UNUSABLE, Readiness.word(now.printer())))
                : Optional.empty();
    }

    private static boolean has(PrinterReport printer, @Nullable JobId job) {
        ActiveJob active = printer.activeJob();
        return active != null && active.id().equals(job);
    }

    private static boolean queued(Action action, QueueReading now) {
        return action.entries().stream().anyMatch(entry -> Reading.holds(now, entry));
    }

    private static Standing started(Action action) {
        return action.entries().isEmpty() ? Standing.STARTED : Standing.STARTED_OUT;
    }

    /** The entry that was printed leaves the queue only now that the printer has the job, so that it can't get lost. */
    private Mono<Action> takeOut(Action end) {
        if (end.standing() != Standing.STILL_QUEUED) {
            return Mono.just(end);
        }
        EntryId entry = end.entries().get(0);
        Action out = end.now(Standing.STARTED_OUT);
        return sending.once(
                        end,
                        Call.remove(end.printer(), entry, end.build()),
                        () -> commands.remove(end.printer(), entry).thenReturn(entry))
                .flatMap(answer -> answer.fold(
                        gone -> watch.look(end.printer()).thenReturn(out),
                        trouble -> trouble instanceof Trouble.NotFound
                                ? Mono.just(out)
                                : watch.look(end.printer())
                                        .filter(now -> !Reading.holds(now, entry))
                                        .map(now -> out)
                                        .defaultIfEmpty(end.because(trouble))));
    }

    /** Watches the regular polls; an entry that is still queued then is left to people, long after they asked. */
    private Mono<Action> late(Action end, JobId job) {
        return watch.later(end.printer(), printer -> has(printer.report(), job))
                .map(printer -> end.now(queued(end, printer) ? Standing.STILL_QUEUED : started(end)));
    }

    private Mono<Action> late(Action action, BuildId build) {
        return watch.later(
                        action.printer(),
                        printer -> Reading.worksOn(printer.report().activeJob(), build))
                .map(printer -> action.now(queued(action, printer) ? Standing.SEEN_QUEUED : Standing.SEEN));
    }

    private static boolean queued(Action action, Printer printer) {
        return printer.queue() != null && queued(action, new QueueReading(printer.report(), printer.queue()));
    }
}
