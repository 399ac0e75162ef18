package io.nordwand.dispatch;

import java.util.List;
import java.util.function.Function;

/** Whether an intent, or the intents of one form, may become actions now. */
sealed interface Claim {

    /** They are new actions; run those that have not ended. */
    record Granted(List<Action> actions) implements Claim {}

    /** The very same thing was asked for before with this id; here is how far it got. Nothing new is sent. */
    record Repeated(List<Action> actions) implements Claim {}

    /** Nothing is sent. */
    record Denied(Denial denial) implements Claim {}

    /** Goes on according to the decision. */
    default <T> T fold(
            Function<List<Action>, T> granted, Function<List<Action>, T> repeated, Function<Denial, T> denied) {
        if (this instanceof Granted claim) {
            return granted.apply(claim.actions());
        }
        return this instanceof Repeated claim
                ? repeated.apply(claim.actions())
                : denied.apply(((Denied) this).denial());
    }
}
