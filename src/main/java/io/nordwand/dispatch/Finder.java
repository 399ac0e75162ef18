package io.nordwand.dispatch;

import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Finds out by reading what became of an errand whose answer was lost, also after a restart. A bean of the module that
 * places such orders.
 */
public interface Finder {

    /** The operations that it can tell something about, as keys of the audit log. */
    Set<String> operations();

    /**
     * Reads once, and changes nothing.
     *
     * @return true when the call has taken effect, false when it has not so far; empty, or an error, when this reading
     *     can't tell
     */
    Mono<Boolean> happened(Order.Item item);
}
