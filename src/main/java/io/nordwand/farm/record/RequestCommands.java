package io.nordwand.farm.record;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Port: asks for builds to be printed some time, and takes that back. Each call sends at most one request and never
 * retries it; errors are as of {@link io.nordwand.farm.FarmCommands}. Eiger keeps the due day to itself (field note 48).
 */
public interface RequestCommands {

    /** Asks for a build (sendBuildToJobRequestQueue, not idempotent); gives the job that waits for it from then on. */
    Mono<JobId> request(BuildId build, @Nullable LocalDate dueOn);

    /** Puts a build on the backlog (sendBuildToBacklog, not idempotent), from which no call takes it back. */
    Mono<JobId> backlog(BuildId build, @Nullable LocalDate dueOn);

    /**
     * Withdraws the request for a build (removeBuildFromJobRequestQueue). It goes by the build, so it may hit several,
     * those of others too, and leaves backlog entries alone.
     */
    Mono<Void> withdraw(BuildId build);
}
