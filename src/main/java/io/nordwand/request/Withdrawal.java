package io.nordwand.request;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody took back, with what they were shown.
 *
 * @param id its number
 * @param token stands for the form that it came from
 * @param action id of the order that sends it
 * @param build whose requests
 * @param title its title at that moment
 * @param person account that asked
 * @param askedAt when
 * @param standing key of how far the call got, as the order's state has it
 * @param sentence what went wrong; blank when nothing did
 * @param jobs what waited of that build, as shown
 */
public record Withdrawal(
        long id,
        String token,
        String action,
        BuildId build,
        String title,
        String person,
        Instant askedAt,
        String standing,
        String sentence,
        List<Entry> jobs) {
    public Withdrawal {
        jobs = List.copyOf(jobs);
    }

    /**
     * One job that waited.
     *
     * @param job the job
     * @param who who asked for it, as far as known; may be blank
     * @param note why; may be blank
     * @param gone whether it is gone from the backlog, or null as long as that was not read
     */
    public record Entry(
            JobId job, String who, String note, @Nullable Boolean gone) {}

    /** How many are gone for certain. */
    public long gone() {
        return jobs.stream().filter(job -> Boolean.TRUE.equals(job.gone())).count();
    }

    /** How many are still there for certain. */
    public long left() {
        return jobs.stream().filter(job -> Boolean.FALSE.equals(job.gone())).count();
    }
}
