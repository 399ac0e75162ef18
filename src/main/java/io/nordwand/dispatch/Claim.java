package io.nordwand.dispatch;

import java.util.function.Function;
import java.util.function.Supplier;

/** Whether an intent may become an action now. */
sealed interface Claim {

    /** Goes on according to the decision. */
    <T> T fold(Function<Action, T> granted, Function<Action, T> repeated, Supplier<T> stale, Function<Action, T> busy);

    /** It is a new action; run it. */
    record Granted(Action action) implements Claim {
        @Override
        public <T> T fold(
                Function<Action, T> granted,
                Function<Action, T> repeated,
                Supplier<T> stale,
                Function<Action, T> busy) {
            return granted.apply(action);
        }
    }

    /** The very same thing was asked for before with this id; here is how far it got. Nothing new is sent. */
    record Repeated(Action action) implements Claim {
        @Override
        public <T> T fold(
                Function<Action, T> granted,
                Function<Action, T> repeated,
                Supplier<T> stale,
                Function<Action, T> busy) {
            return repeated.apply(action);
        }
    }

    /** The id is not, or no longer, good for this: the page is older than the last action. Nothing is sent. */
    record Stale() implements Claim {
        @Override
        public <T> T fold(
                Function<Action, T> granted,
                Function<Action, T> repeated,
                Supplier<T> stale,
                Function<Action, T> busy) {
            return stale.get();
        }
    }

    /** Another action is under way at this printer. Nothing is sent. */
    record Busy(Action other) implements Claim {
        @Override
        public <T> T fold(
                Function<Action, T> granted,
                Function<Action, T> repeated,
                Supplier<T> stale,
                Function<Action, T> busy) {
            return busy.apply(other);
        }
    }
}
