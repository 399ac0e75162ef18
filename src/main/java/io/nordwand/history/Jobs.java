package io.nordwand.history;

import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Searches the copy of Eiger's jobs; {@link Mirrors} tells how old it is. Fails with a DatabaseException only. */
public interface Jobs {

    /**
     * A page of jobs, counted.
     *
     * @param oldest whether the oldest come first, else the newest
     * @param after where the page before ended, or null for the first page
     * @param size most jobs on it
     */
    Mono<JobPage> page(JobFilter filter, boolean oldest, @Nullable JobMark after, int size);

    /** The same without counting, for those who read on and on: the newest first. */
    Mono<JobPage> piece(JobFilter filter, @Nullable JobMark after, int size);

    /** One job; empty when it is not in the copy. */
    Mono<JobRecord> job(JobId job);

    /** The latest jobs of a build, newest first. */
    default Mono<List<JobRecord>> ofBuild(String build, int most) {
        return piece(new JobFilter("", "", "", build, "", "", null, null), null, most)
                .map(JobPage::jobs);
    }

    /** Figures of all jobs; may be a minute behind in a large copy, while they are counted again. */
    Mono<JobFigures> figures();
}
