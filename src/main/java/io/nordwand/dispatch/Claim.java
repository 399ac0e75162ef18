package io.nordwand.dispatch;

import java.util.function.Function;

/** Whether an intent may become an action now. */
sealed interface Claim {

    /** It is a new action; run it. */
    record Granted(Action action) implements Claim {}

    /** The very same thing was asked for before with this id; here is how far it got. Nothing new is sent. */
    record Repeated(Action action) implements Claim {}

    /** Nothing is sent. */
    record Denied(Denial denial) implements Claim {}

    /** Goes on according to the decision. */
    default <T> T fold(Function<Action, T> granted, Function<Action, T> repeated, Function<Denial, T> denied) {
        if (this instanceof Granted claim) {
            return granted.apply(claim.action());
        }
        return this instanceof Repeated claim ? repeated.apply(claim.action()) : denied.apply(((Denied) this).denial());
    }
}
