package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What waits at Eiger without a printer, as the copy of its jobs has it: backlog entries and job requests alike, which
 * nothing tells apart (field note 48). Errors are {@link io.nordwand.database.DatabaseException}.
 */
public interface Backlog {

    /** The most that is read of it. */
    int MOST = 2000;

    /** All that waits, oldest first; {@link #MOST} at most. */
    Mono<List<JobRecord>> all();

    /** What waits of this build, oldest first. */
    Mono<List<JobRecord>> of(BuildId build);

    /** These jobs, whatever became of them, as far as they are known. */
    Mono<List<JobRecord>> jobs(Collection<JobId> ids);
}
