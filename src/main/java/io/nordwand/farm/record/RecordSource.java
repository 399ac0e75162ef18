package io.nordwand.farm.record;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import reactor.core.publisher.Mono;

/**
 * Port: reads records of builds and jobs. Every failure is a {@link io.nordwand.farm.FarmException}; reads are retried
 * inside where that is safe, and bounded in time. Each call is one request.
 */
public interface RecordSource {

    /** Items on a page of a list, which is the most that Eiger gives (field note 18). */
    int PAGE_SIZE = 1000;

    /** A page of the list of jobs, counted from 1, oldest first by the span's time (listPrintJobs). */
    Mono<Leaf<JobRecord>> jobs(Span span, int page);

    /** A page of the jobs on the backlog, counted from 1, oldest first (listPrintJobs by state; field note 48). */
    Mono<Leaf<JobRecord>> backlog(int page);

    /** One job, read afresh (readPrintJob). */
    Mono<JobRecord> job(JobId job);

    /**
     * A page of the list of builds, counted from 1, in the order of their making (listBuilds): Eiger can't sort them by
     * their last change, whatever the span asks for.
     */
    Mono<Leaf<BuildRecord>> builds(Span span, int page);

    /** One build, read afresh (readBuild). */
    Mono<BuildRecord> build(BuildId build);
}
