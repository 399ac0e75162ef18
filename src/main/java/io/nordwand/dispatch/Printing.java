package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.Trouble;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Starts a build on a printer at once: fresh reading, one request, then the printer is watched until it reports the job
 * (field note 49). Nothing is ever sent twice; what is not confirmed ends in "look at the printer".
 */
@Component
class Printing {

    private final Preflight preflight;
    private final FarmCommands commands;
    private final Sending sending;
    private final Confirming confirming;
    private final Watch watch;

    Printing(Preflight preflight, FarmCommands commands, Sending sending, Confirming confirming, Watch watch) {
        this.preflight = preflight;
        this.commands = commands;
        this.sending = sending;
        this.confirming = confirming;
        this.watch = watch;
    }

    /** Carries the action out; what it emits has ended. A start that was not confirmed in time may be so later. */
    Flux<Action> run(Action action) {
        return preflight.printerAndBuild(
                action,
                (named, ground) -> refusal(named, ground)
                        .map(Flux::just)
                        .orElseGet(() -> send(named, ground.build().id())));
    }

    private static Optional<Action> refusal(Action action, Preflight.Ground ground) {
        if (!Readiness.ready(ground.now().printer())) {
            return Optional.of(
                    action.now(Standing.NOT_READY, Readiness.word(ground.now().printer())));
        }
        for (EntryId entry : action.entries()) {
            if (!Reading.holds(ground.now(), entry, ground.build().id())) {
                return Optional.of(action.now(Standing.ENTRY_GONE));
            }
        }
        return Fit.objection(ground.now().printer(), ground.build()).map(action::now);
    }

    private Flux<Action> send(Action action, BuildId build) {
        return sending.once(action, Call.print(action.printer(), build), () -> commands.print(action.printer(), build))
                .flatMapMany(answer ->
                        answer.fold(job -> confirming.job(action, job), trouble -> failed(action, trouble, build)));
    }

    private Flux<Action> failed(Action action, Trouble trouble, BuildId build) {
        if (trouble instanceof Trouble.OutcomeUnknown) {
            return confirming.lost(action, trouble, build);
        }
        if (Standing.unsent(trouble)) {
            return Flux.just(
                    action.now(Standing.after(trouble, Standing.REFUSED)).because(trouble));
        }
        return watch.look(action.printer())
                .map(now -> action.now(Standing.REFUSED_NOW, Readiness.word(now.printer())))
                .defaultIfEmpty(action.now(Standing.REFUSED))
                .map(ended -> ended.because(trouble))
                .flux();
    }
}
