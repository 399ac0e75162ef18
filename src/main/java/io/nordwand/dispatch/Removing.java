package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes one entry out of a queue by its queue id (field note 44). Gone already is as good as done (field note 46); a
 * lost answer is settled by looking whether it is still there.
 */
@Component
class Removing {

    private final FarmCommands commands;
    private final Watch watch;
    private final Actions actions;

    Removing(FarmCommands commands, Watch watch, Actions actions) {
        this.commands = commands;
        this.watch = watch;
        this.actions = actions;
    }

    /** Carries the action out; the result has ended. */
    Mono<Action> run(Action action) {
        EntryId entry = action.entries().get(0);
        return commands.remove(action.printer(), entry)
                .then(Mono.fromSupplier(() -> ended(action, Stage.DONE, "done")))
                .onErrorResume(FarmException.class, error -> failed(action, entry, error.trouble()))
                .delayUntil(ended -> watch.look(action.printer()));
    }

    private static Action ended(Action action, Stage stage, String message) {
        return action.at(stage, message, action.subject(), action.printerName());
    }

    private Mono<Action> failed(Action action, EntryId entry, Trouble trouble) {
        if (trouble instanceof Trouble.NotFound) {
            return Mono.just(ended(action, Stage.DONE, "already-gone"));
        }
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return Mono.just(ended(action, Stage.REFUSED, "refused").because(trouble));
        }
        Action checking =
                actions.update(ended(action, Stage.CHECKING, "checking").because(trouble));
        return gone(action.printer(), entry)
                .map(gone -> gone
                        ? ended(checking, Stage.DONE, "found-gone")
                        : ended(checking, Stage.REFUSED, "still-there"))
                .defaultIfEmpty(ended(checking, Stage.UNKNOWN, "unknown"));
    }

    /** True once it is gone, false when it is still there at the end, empty when the queue could not be read. */
    private Mono<Boolean> gone(PrinterId printer, EntryId entry) {
        return watch.until(printer, after -> holds(after, entry) ? Optional.empty() : Optional.of(true))
                .switchIfEmpty(Mono.defer(() -> watch.look(printer).map(after -> !holds(after, entry))));
    }

    private static boolean holds(QueueReading reading, EntryId entry) {
        return reading.queue().entries().stream().anyMatch(each -> each.id().equals(entry));
    }
}
