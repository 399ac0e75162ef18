package io.nordwand.history;

import io.nordwand.farm.record.Approved;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which builds are approved, or that approvals are off: read now and then, and at once when somebody asks. */
public interface Approvals {

    /** As last read. */
    ApprovalState current();

    /** Emits what is newly read, and each trouble; a slow reader gets the latest only. */
    Flux<ApprovalState> changes();

    /**
     * Reads the whole set afresh and keeps it, for the builds that are kept as well.
     *
     * @return the set; a {@link io.nordwand.farm.FarmException} when it can't be read
     */
    Mono<Approved> read();
}
