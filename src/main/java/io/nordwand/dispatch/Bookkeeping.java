package io.nordwand.dispatch;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.PrinterId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Register register;
    private final Actions actions;
    private final Watch watch;
    private final Set<DeedId> settled = ConcurrentHashMap.newKeySet();

    Bookkeeping(Register register, Actions actions, Watch watch) {
        this.register = register;
        this.actions = actions;
        this.watch = watch;
    }

    /** Where this call of the action is taken down. */
    Slip<Sent> slip(Action action, Call call) {
        return new Slip<>() {
            @Override
            public Mono<Sent> intend() {
                return Bookkeeping.this.intend(action, call);
            }

            @Override
            public Mono<Void> withdraw(Sent sent, String why) {
                return Bookkeeping.this.withdraw(action, sent, why);
            }

            @Override
            public Mono<Void> settle(Sent sent, Outcome outcome) {
                return Bookkeeping.this.settle(action, sent, outcome);
            }

            @Override
            public String id() {
                return action.id();
            }
        };
    }

    /** Takes down that the call is about to be made; an error when that fails, and then it must not be made. */
    private Mono<Sent> intend(Action action, Call call) {
        return Mono.defer(() -> {
            int step = step(actions.latest(action), call);
            return register.intend(deed(action, call, step))
                    .map(id -> Sent.now(id, call, step))
                    .flatMap(sent -> {
                        Action sending = actions.sending(action, sent);
                        return actions.stored(sending)
                                .timeout(Register.PATIENCE)
                                .onErrorResume(error -> withdraw(action, sent, "The action could not be taken down.")
                                        .then(Mono.error(error)))
                                .thenReturn(sent);
                    });
        });
    }

    /** The call was not made after all. */
    private Mono<Void> withdraw(Action action, Sent sent, String why) {
        return Mono.defer(() -> {
            actions.takeBack(action, sent);
            return register.settle(sent.deed(), Outcome.of(Outcome.Kind.NOT_DONE, why));
        });
    }

    /** Takes down what came of the call. */
    private Mono<Void> settle(Action action, Sent sent, Outcome outcome) {
        return Mono.defer(() -> {
            if (outcome.kind() != Outcome.Kind.UNKNOWN) {
                actions.known(action, sent.known(Sent.Known.of(outcome.kind()), outcome.result()));
            }
            return register.settle(sent.deed(), outcome);
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
        return register.settle(sent.deed(), new Outcome(found.kind(), null, null, sentence, null, found.result()));
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
