package io.nordwand.job;

import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.Jobs;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Owners;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is known of one job. */
@Component
class JobViews {

    private final Jobs jobs;
    private final Mirrors mirrors;
    private final Farms farms;

    JobViews(Jobs jobs, Mirrors mirrors, Farms farms) {
        this.jobs = jobs;
        this.mirrors = mirrors;
        this.farms = farms;
    }

    /**
     * The job; one that is not in the copy is asked of Eiger once, so that a link sent to a colleague works at once.
     * Empty when Eiger does not have it; a FarmException when Eiger can't be asked.
     */
    Mono<JobView> view(JobId job) {
        return jobs.job(job)
                .switchIfEmpty(Mono.defer(() -> mirrors.refresh(job)
                        .onErrorResume(JobViews::noId, e -> Mono.empty())
                        .then(jobs.job(job))))
                .map(this::view);
    }

    /** Whether Eiger refused the very request, which it does when an id can't be one of its own. */
    private static boolean noId(Throwable error) {
        return error instanceof FarmException farm && farm.trouble() instanceof Trouble.Rejected;
    }

    /** The job as it is now, then each time that it looks different; ends when it is gone. */
    Flux<JobView> updates(JobId job) {
        Flux<?> polls = farms.updates();
        Flux<?> changes = mirrors.changes().filter(copy -> copy == Mirrors.Copy.JOBS);
        return Flux.merge(polls, changes)
                .onBackpressureLatest()
                .concatMap(tick -> jobs.job(job), 1)
                .map(this::view)
                .distinctUntilChanged(view -> view, JobView::looksLike);
    }

    private JobView view(JobRecord job) {
        Farm farm = farms.current();
        return JobView.of(JobRow.of(job, farm, new Owners(farm)), mirrors.progress(Mirrors.Copy.JOBS));
    }
}
