package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies of Eiger's lists, and how far they are. */
public interface Mirrors {

    /** What is copied. */
    enum Copy {
        /** Print jobs, the backlog among them. */
        JOBS,
        /** Builds. */
        BUILDS
    }

    /** How far this copy is. */
    Progress progress(Copy copy);

    /** Emits each time something in a copy changed, or how far it is; a slow reader gets the latest only. */
    Flux<Copy> changes();

    /** Emits each time records of a copy were written; of those that only got a newer age it need not tell. */
    default Flux<Copy> writes() {
        return changes();
    }

    /**
     * Reads what changed at Eiger at once, and for jobs what is on the backlog; done when it is kept. Never fails: a
     * trouble shows in {@link #progress}.
     */
    Mono<Void> refresh(Copy copy);

    /** Reads one job afresh and keeps it, or forgets it when Eiger does not have it any more; a FarmException when neither. */
    Mono<Void> refresh(JobId job);

    /** The same for a build. */
    Mono<Void> refresh(BuildId build);
}
