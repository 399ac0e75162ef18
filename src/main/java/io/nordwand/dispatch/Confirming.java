package io.nordwand.dispatch;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final RecentJobs jobs;
    private final Leftovers leftovers;
    private final Actions actions;

    Confirming(
            FarmCommands commands,
            Sending sending,
            Watch watch,
            RecentJobs jobs,
            Leftovers leftovers,
            Actions actions) {
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.jobs = jobs;
        this.leftovers = leftovers;
        this.actions = actions;
    }

    /** Follows the job that Eiger named; emits again if a later poll shows a job that was given up. */
    Flux<Action> job(Action action, JobId job) {
        return job(action, job, this::takeOut);
    }

    /** The same after a restart, when nothing is sent by itself: an entry that is still queued is left to people. */
    Flux<Action> jobAgain(Action action, JobId job) {
        return job(action, job, Mono::just);
    }

    private Flux<Action> job(Action action, JobId job, Function<Action, Mono<Action>> takeOut) {
        actions.update(action.now(Standing.WAITING));
        Mono<Action> ended = watch.until(action.printer(), now -> {
                    Optional<Action> verdict = taken(action, now, job).or(() -> unusable(action, now));
                    if (verdict.isEmpty()) {
                        actions.update(waiting(action, now.printer()));
                    }
                    return verdict;
                })
                .switchIfEmpty(Mono.defer(() -> lastLook(action, job, now -> taken(action, now, job))))
                .flatMap(takeOut);
        return ended.flatMapMany(end -> end.stage() == Stage.UNKNOWN
                ? Flux.concat(Mono.just(end), late(end, job, watch.lateLimit()))
                : Flux.just(end));
    }

    /** Without a job id: the printer was free before, so that a job of that build tells enough, also in a later poll. */
    Flux<Action> lost(Action action, Trouble trouble, BuildId build) {
        actions.update(action.now(Standing.CHECKING).because(trouble));
        Mono<Action> ended = watch.until(
                        action.printer(), now -> seen(action, now, build).or(() -> unusable(action, now)))
                .switchIfEmpty(Mono.defer(() -> lastLook(action, null, now -> seen(action, now, build))))
                .map(end -> end.stage() == Stage.DONE ? end : end.because(trouble));
        return ended.flatMapMany(end -> end.stage() == Stage.UNKNOWN
                ? Flux.concat(Mono.just(end), late(action, build, watch.lateLimit()))
                : Flux.just(end));
    }

    private static Action waiting(Action action, PrinterReport printer) {
        return Readiness.waitsForHands(printer)
                ? action.now(Standing.WAITING_FOR_HANDS, Readiness.word(printer))
                : action.now(Standing.WAITING);
    }

    private Mono<Action> lastLook(
            Action action, @Nullable JobId job, Function<QueueReading, Optional<Action>> verdict) {
        return watch.look(action.printer())
                .map(now -> verdict.apply(now)
                        .orElseGet(() -> action.now(Standing.UNCONFIRMED, Readiness.word(now.printer()))))
                .defaultIfEmpty(action.now(Standing.UNREAD))
                .flatMap(end -> end.stage() == Stage.DONE || end.stage() == Stage.PARTLY
                        ? Mono.just(end)
                        : jobs.of(action, job).map(found -> listed(end, found)).defaultIfEmpty(end));
    }

    /** A job in Eiger's list proves that Eiger took the start, and one that has ended that it had begun. */
    private static Action listed(Action end, PrintJob job) {
        if (job.endedAt() != null) {
            return end.now(Standing.LISTED, job.id().value(), String.valueOf(job.state()));
        }
        List<Object> details = new ArrayList<>(end.progress().details());
        if (end.standing() != Standing.UNCONFIRMED) {
            return end;
        }
        details.add(job.id().value());
        return end.now(Standing.UNCONFIRMED, details.toArray());
    }

    private static Optional<Action> taken(Action action, QueueReading now, JobId job) {
        return has(now.printer(), job)
                ? Optional.of(action.now(queued(action, now) ? Standing.STILL_QUEUED : started(action)))
                : Optional.empty();
    }

    private static Optional<Action> seen(Action action, QueueReading now, BuildId build) {
        return Reading.worksOn(now.printer().activeJob(), build)
                ? Optional.of(seen(action, queued(action, now), now.printer()))
                : Optional.empty();
    }

    private static Action seen(Action action, boolean queued, PrinterReport printer) {
        Standing standing = queued ? Standing.SEEN_QUEUED : Standing.SEEN;
        ActiveJob active = printer.activeJob();
        return active == null
                ? action.now(standing)
                : action.now(standing, active.id().value());
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
        return sending.once(
                        end,
                        Call.remove(end.printer(), entry, end.build()),
                        () -> commands.remove(end.printer(), entry).thenReturn(Boolean.TRUE))
                .flatMap(answer -> answer.fold(gone -> out(end, entry), trouble -> stays(end, entry, trouble)));
    }

    /** Eiger says that the entry is out. */
    Mono<Action> out(Action end, EntryId entry) {
        return leftovers.stays(end, entry).map(stays -> end.now(stays ? Standing.STILL_QUEUED : Standing.STARTED_OUT));
    }

    /**
     * What could not be taken out may have gone by itself; after a lost answer it may still go for a while. Only the queue
     * tells, also where "not found" was answered.
     */
    Mono<Action> stays(Action end, EntryId entry, Trouble trouble) {
        Function<QueueReading, Optional<Action>> gone =
                now -> Reading.holds(now, entry) ? Optional.empty() : Optional.of(end.now(Standing.STARTED_OUT));
        Function<QueueReading, Action> judged = now ->
                gone.apply(now).orElseGet(() -> end.now(Standing.STILL_QUEUED).because(trouble));
        Action unread = end.now(Standing.STARTED_UNREAD).because(trouble);
        if (trouble instanceof Trouble.OutcomeUnknown) {
            return watch.until(end.printer(), gone)
                    .switchIfEmpty(watch.look(end.printer()).map(judged))
                    .defaultIfEmpty(unread);
        }
        return trouble instanceof Trouble.NotFound
                ? watch.atLast(end.printer()).map(judged).defaultIfEmpty(unread)
                : watch.look(end.printer())
                        .map(judged)
                        .defaultIfEmpty(end.now(Standing.STILL_QUEUED).because(trouble));
    }

    /**
     * Goes on with the late watch of a start that a restart broke off; empty when nothing new shows in what is left of its
     * time. What has ended meanwhile, no poll shows any more: that is looked up first.
     *
     * @param job the job that Eiger named, or null
     * @param passed how much of the time has passed
     */
    Mono<Action> lateAgain(Action end, @Nullable JobId job, BuildId build, Duration passed) {
        Duration left = watch.lateLimit().minus(passed);
        return left.isNegative() || left.isZero()
                ? Mono.empty()
                : jobs.of(end, job)
                        .filter(found -> found.endedAt() != null)
                        .map(found -> listed(end, found))
                        .switchIfEmpty(Mono.defer(() -> job == null ? late(end, build, left) : late(end, job, left)));
    }

    /** Watches the regular polls; an entry that is still queued then is left to people, long after they asked. */
    private Mono<Action> late(Action end, JobId job, Duration limit) {
        return watch.later(end.printer(), printer -> has(printer.report(), job), limit)
                .map(printer -> end.now(queued(end, printer) ? Standing.STILL_QUEUED : started(end)));
    }

    private Mono<Action> late(Action action, BuildId build, Duration limit) {
        return watch.later(
                        action.printer(),
                        printer -> Reading.worksOn(printer.report().activeJob(), build),
                        limit)
                .map(printer -> seen(action, queued(action, printer), printer.report()));
    }

    private static boolean queued(Action action, Printer printer) {
        return printer.queue() != null && queued(action, new QueueReading(printer.report(), printer.queue()));
    }
}
