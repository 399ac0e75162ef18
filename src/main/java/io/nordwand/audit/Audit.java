package io.nordwand.audit;

import java.util.List;
import reactor.core.publisher.Mono;

/** Takes down what is done. Rows are only added, never changed or removed. */
public interface Audit {

    /**
     * Stores that something is about to be done. Only when this has emitted may it be done.
     *
     * @return names the stored row; an error when it could not be stored, and then it must not happen
     */
    Mono<DeedId> intend(Deed deed);

    /**
     * Adds what came of it. Never fails: what can't be stored is logged and shown as a notice, and the deed stays open,
     * which is truth enough.
     */
    Mono<Void> settle(DeedId deed, Outcome outcome);

    /** What nobody knows the outcome of yet, oldest first. */
    Mono<List<OpenDeed>> open();
}
