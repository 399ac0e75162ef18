package io.nordwand.farm.record;

import reactor.core.publisher.Mono;

/** Port: reads which builds are approved. Every failure is a {@link io.nordwand.farm.FarmException}. */
public interface ApprovalSource {

    /** The whole set as it is now (listApprovedBuilds); never a part of it: when one page can't be read, all fails. */
    Mono<Approved> approved();
}
