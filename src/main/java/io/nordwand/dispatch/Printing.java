package io.nordwand.dispatch;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Starts a build on a printer at once: fresh reading, one request, then the printer is watched until it reports the job
 * (field note 49). Nothing is ever sent twice; what is not confirmed ends in "look at the printer".
 */
@Component
class Printing {

    private final FarmSource source;
    private final FarmCommands commands;
    private final Farms farms;
    private final Watch watch;
    private final Actions actions;

    Printing(FarmSource source, FarmCommands commands, Farms farms, Watch watch, Actions actions) {
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
                    Optional<Action> refusal = refusal(named, read.getT1(), read.getT2());
                    return refusal.map(Mono::just).orElseGet(() -> send(named, read.getT2()));
                })
                .onErrorResume(
                        FarmException.class,
                        error -> Mono.just(
                                said(action, Stage.REFUSED, "not-sent").because(error.trouble())));
    }

    private static Optional<Action> refusal(Action action, QueueReading now, Build build) {
        if (!Readiness.ready(now.printer())) {
            return Optional.of(action.at(
                    Stage.REFUSED, "not-ready", action.subject(), action.printerName(), Readiness.word(now.printer())));
        }
        if (!action.entries().isEmpty() && !waits(now, action.entries().get(0), build.id())) {
            return Optional.of(said(action, Stage.REFUSED, "entry-gone"));
        }
        return Fit.objection(now.printer(), build).map(reason -> said(action, Stage.REFUSED, reason));
    }

    private static boolean waits(QueueReading reading, EntryId entry, BuildId build) {
        return reading.queue().entries().stream()
                .anyMatch(each -> each.id().equals(entry)
                        && each.build() != null
                        && each.build().id().equals(build));
    }

    private static Action said(Action action, Stage stage, String message) {
        return action.at(stage, message, action.subject(), action.printerName());
    }

    private Mono<Action> send(Action action, Build build) {
        return Sending.once(
                commands.print(action.printer(), build.id()),
                job -> {
                    Action waiting = actions.update(said(action, Stage.WAITING, "waiting"));
                    return follow(waiting, job, build.id());
                },
                trouble -> failed(action, trouble, build.id()));
    }

    private Mono<Action> failed(Action action, Trouble trouble, BuildId build) {
        if (trouble instanceof Trouble.OutcomeUnknown) {
            Action checking =
                    actions.update(said(action, Stage.CHECKING, "checking").because(trouble));
            return follow(checking, null, build);
        }
        return watch.look(action.printer())
                .map(now -> action.at(
                        Stage.REFUSED,
                        "refused-now",
                        action.subject(),
                        action.printerName(),
                        Readiness.word(now.printer())))
                .defaultIfEmpty(said(action, Stage.REFUSED, "refused"))
                .map(refused -> refused.because(trouble));
    }

    /** Watches until the printer has the job; without a job id (lost answer) until it has a job of this build. */
    private Mono<Action> follow(Action action, @Nullable JobId job, BuildId build) {
        return watch.until(action.printer(), now -> verdict(action, now, job, build))
                .flatMap(ended -> ended.stage() == Stage.DONE ? takeOut(ended) : Mono.just(ended))
                .defaultIfEmpty(said(action, Stage.UNKNOWN, "unconfirmed"));
    }

    private static Optional<Action> verdict(Action action, QueueReading now, @Nullable JobId job, BuildId build) {
        ActiveJob active = now.printer().activeJob();
        if (active != null && active.id().equals(job)) {
            return Optional.of(said(action, Stage.DONE, "started").because(null));
        }
        if (active != null
                && job == null
                && active.build() != null
                && active.build().id().equals(build)) {
            return Optional.of(said(action, Stage.DONE, "found").because(null));
        }
        if (active == null && Readiness.refuses(now.printer())) {
            return Optional.of(action.at(
                    Stage.REFUSED,
                    "printer-refuses",
                    action.subject(),
                    action.printerName(),
                    Readiness.word(now.printer())));
        }
        return Optional.empty();
    }

    /** The entry that was printed leaves the queue only now that the printer has the job, so that it can't get lost. */
    private Mono<Action> takeOut(Action started) {
        if (started.entries().isEmpty()) {
            return Mono.just(started);
        }
        Action stillQueued = said(started, Stage.PARTLY, "still-queued");
        return commands.remove(started.printer(), started.entries().get(0))
                .thenReturn(said(started, Stage.DONE, "started-out"))
                .onErrorResume(
                        FarmException.class,
                        error -> Mono.just(
                                error.trouble() instanceof Trouble.NotFound
                                        ? said(started, Stage.DONE, "started-out")
                                        : stillQueued.because(error.trouble())))
                .delayUntil(ended -> watch.look(started.printer()));
    }
}
