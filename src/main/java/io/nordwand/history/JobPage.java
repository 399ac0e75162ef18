package io.nordwand.history;

import io.nordwand.farm.record.JobRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs.
 *
 * @param jobs in the order asked for
 * @param next where the next page begins, or null on the last
 * @param count how many jobs fit on all pages together
 */
public record JobPage(List<JobRecord> jobs, @Nullable JobMark next, JobCount count) {
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
