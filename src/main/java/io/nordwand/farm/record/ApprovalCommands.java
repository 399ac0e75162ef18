package io.nordwand.farm.record;

import io.nordwand.farm.BuildId;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Port: changes which builds are approved. One request a call, never retried; errors as of {@link io.nordwand.farm.FarmCommands}. */
public interface ApprovalCommands {

    /** Makes these the whole set (approveBuilds, field note 50): every other build loses its approval. */
    Mono<Void> approve(Set<BuildId> builds);

    /** Turns approvals off and drops the set (disableApprovedBuilds): every build may be printed. */
    Mono<Void> disable();
}
