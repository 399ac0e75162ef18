package io.nordwand.dispatch;

import io.nordwand.farm.FarmCommands;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Carries out the steps of a plan one after the other. */
@Component
class Planned {

    private final Preflight preflight;
    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final Actions actions;

    Planned(Preflight preflight, FarmCommands commands, Sending sending, Watch watch, Actions actions) {
        this.preflight = preflight;
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.actions = actions;
    }

    /** Carries the action out; what it emits has ended. */
    Flux<Action> run(Action action) {
        return Flux.error(new UnsupportedOperationException("not built yet"));
    }
}
