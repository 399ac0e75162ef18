package io.nordwand.approval;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Stage;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param order how far it got
 * @param stored whether the set of before is kept under the order's id
 * @param off whether it was to turn approvals off
 * @param wanted number of builds that were to be approved
 * @param state {@code on}, {@code off} or {@code unknown}: what is so now
 * @param count number of builds that are approved now
 * @param readAt when that was read, or null
 * @param unread why it could not be read now, or null
 * @param missing builds that were to be approved and are not now
 * @param extra builds that were not to be approved and are now
 * @param unknown builds that Eiger names in its refusal
 */
public record OutcomePage(
        Order order,
        boolean stored,
        boolean off,
        int wanted,
        String state,
        int count,
        @Nullable Instant readAt,
        @Nullable Trouble unread,
        List<Named> missing,
        List<Named> extra,
        List<Named> unknown) {

    /** The one call. */
    public Order.Item item() {
        return order.items().get(0);
    }

    /** Key of how it stands in message names. */
    public String key() {
        return changed() ? "changed" : item().state().key();
    }

    /** Whether nothing was sent since somebody else had changed the set. */
    public boolean changed() {
        return item().state() == Order.State.NOT_SENT && item().trouble() instanceof Trouble.Conflict;
    }

    /** Whether what is so now is known, and is not what was asked for although it was done. */
    public boolean differs() {
        boolean done = item().state().stage() == Stage.DONE;
        return done && unread == null && !state.equals("unknown") && (off ? !state.equals("off") : !same());
    }

    private boolean same() {
        return state.equals("on") && missing.isEmpty() && extra.isEmpty();
    }

    /** Whether it goes on by itself, so that the page looks again. */
    public boolean open() {
        return !order.stage().ended();
    }
}
