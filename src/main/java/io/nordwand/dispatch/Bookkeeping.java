package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.PrinterId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes every call down: in the audit log and in the action itself before it is made, and afterwards what came of it.
 * What reading finds out about a lost answer reaches the audit log here, and only here, when the action ends.
 */
@Component
class Bookkeeping {

    /** A database that takes longer than this does not keep people waiting; what it takes down later is settled then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Audit audit;
    private final Actions actions;
    private final Watch watch;
    private final Set<DeedId> settled = ConcurrentHashMap.newKeySet();

    Bookkeeping(Audit audit, Actions actions, Watch watch) {
        this.audit = audit;
        this.actions = actions;
        this.watch = watch;
    }

    /** Takes down that the call is about to be made; an error when that fails, and then it must not be made. */
    Mono<Sent> intend(Action action, Call call) {
        return Mono.defer(() -> {
            int step = step(actions.latest(action), call);
            return stored(deed(action, call, step))
                    .map(id -> Sent.now(id, call, step))
                    .flatMap(sent -> {
                        Action sending = actions.sending(action, sent);
                        return actions.stored(sending)
                                .timeout(PATIENCE)
                                .onErrorResume(error -> withdraw(action, sent, "The action could not be taken down.")
                                        .then(Mono.error(error)))
                                .thenReturn(sent);
                    });
        });
    }

    /** The call was not made after all. */
    Mono<Void> withdraw(Action action, Sent sent, String why) {
        return Mono.defer(() -> {
            actions.takeBack(action, sent);
            return settle(sent.deed(), Outcome.of(Outcome.Kind.NOT_DONE, why));
        });
    }

    /** Takes down what came of the call. */
    Mono<Void> settle(Action action, Sent sent, Outcome outcome) {
        return Mono.defer(() -> {
            if (outcome.kind() != Outcome.Kind.UNKNOWN) {
                actions.known(action, sent.known(Sent.Known.of(outcome.kind()), outcome.result()));
            }
            return settle(sent.deed(), outcome);
        });
    }

    /** Deeds whose outcome was settled before a restart, although their action does not know it; they are not judged again. */
    void settledBefore(Collection<DeedId> deeds) {
        settled.addAll(deeds);
    }

    /** Takes down what the end of an action says about its calls whose answers were lost. */
    Mono<Void> judge(Action ended, String note) {
        return Mono.defer(() -> {
            Action now = actions.latest(ended);
            return Flux.fromIterable(now.progress().sent())
                    .filter(sent -> sent.open() ? !settled.contains(sent.deed()) : Verdict.contradicts(now, sent))
                    .concatMap(sent -> judge(now, sent, note))
                    .then();
        });
    }

    private Mono<Void> judge(Action ended, Sent sent, String note) {
        Outcome found = Verdict.of(ended, sent);
        Sent.Known known = Sent.Known.of(found.kind());
        if (known == sent.known()) {
            return Mono.empty();
        }
        actions.known(ended, sent.known(known, found.result()));
        String sentence = (note + " " + found.sentence()).strip();
        return settle(sent.deed(), new Outcome(found.kind(), null, null, sentence, null, found.result()));
    }

    private Mono<DeedId> stored(Deed deed) {
        Mono<DeedId> stored = audit.intend(deed).cache();
        return stored.timeout(PATIENCE).onErrorResume(TimeoutException.class, late -> {
            stored.flatMap(id -> audit.settle(
                            id, Outcome.of(Outcome.Kind.NOT_DONE, "It was taken down too late to be done.")))
                    .onErrorComplete()
                    .subscribe();
            return Mono.error(late);
        });
    }

    private Mono<Void> settle(DeedId deed, Outcome outcome) {
        Mono<Void> settled = audit.settle(deed, outcome).cache();
        return settled.timeout(PATIENCE, Mono.empty());
    }

    private Deed deed(Action action, Call call, int step) {
        return new Deed(
                action.id(),
                action.actor(),
                call.operation(),
                call.printer(),
                name(action, call.printer()),
                call.build() == null ? action.build() : call.build(),
                step < 0
                        ? action.subject()
                        : actions.latest(action).steps().get(step).title(),
                call.entry(),
                action.seen());
    }

    private String name(Action action, PrinterId printer) {
        return printer.equals(action.printer()) ? action.printerName() : watch.name(printer);
    }

    /** The step that the call is for: the one that is marked as being sent, or the first like it that is still to come. */
    private static int step(Action action, Call call) {
        List<Step> steps = action.steps();
        List<Integer> alike = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).asks(call))
                .filter(i -> action.progress().sent().stream().noneMatch(sent -> sent.step() == i))
                .boxed()
                .toList();
        return alike.stream()
                .filter(i -> steps.get(i).result() == Step.Result.SENDING)
                .findFirst()
                .or(() -> alike.stream().findFirst())
                .orElse(-1);
    }
}
