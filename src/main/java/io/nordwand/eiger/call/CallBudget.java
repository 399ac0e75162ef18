package io.nordwand.eiger.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Lets only so many calls run at once; the others wait for their turn, writes before reads, since a person waits for a
 * write. The wait is not part of the call's own time.
 */
final class CallBudget {

    /** No turn came in time: the call was not sent. */
    static final class NoTurnException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoTurnException() {
            super("no turn", null, false, false);
        }
    }

    private final int limit;
    private final Duration patience;
    private final Deque<Turn> urgent = new ArrayDeque<>();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int running;

    CallBudget(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    /** Runs the call when its turn comes, and gives the turn back however the call ends. */
    <T> Mono<T> run(boolean first, Mono<T> call) {
        return Mono.defer(() -> {
            Turn turn = new Turn();
            return Mono.defer(() -> enter(turn, first))
                    .timeout(patience, Mono.error(NoTurnException::new))
                    .then(call)
                    .doFinally(signal -> leave(turn));
        });
    }

    private synchronized Mono<Void> enter(Turn turn, boolean first) {
        if (turn.state == Turn.State.LEFT) {
            return Mono.never();
        }
        if (running < limit) {
            running++;
            turn.state = Turn.State.RUNNING;
            return Mono.empty();
        }
        (first ? urgent : waiting).add(turn);
        return turn.granted.asMono().publishOn(Schedulers.parallel());
    }

    private void leave(Turn turn) {
        Turn next = released(turn);
        if (next != null) {
            next.granted.tryEmitEmpty();
        }
    }

    private synchronized @Nullable Turn released(Turn turn) {
        Turn.State was = turn.state;
        turn.state = Turn.State.LEFT;
        if (was == Turn.State.WAITING) {
            urgent.remove(turn);
            waiting.remove(turn);
        }
        if (was != Turn.State.RUNNING) {
            return null;
        }
        Turn next = urgent.isEmpty() ? waiting.poll() : urgent.poll();
        if (next == null) {
            running--;
        } else {
            next.state = Turn.State.RUNNING;
        }
        return next;
    }

    private static final class Turn {
        private enum State {
            WAITING,
            RUNNING,
            LEFT
        }

        private final Sinks.Empty<Void> granted = Sinks.empty();
        private State state = State.WAITING;
    }
}
