package io.nordwand.job;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is known of the reports of one job. */
@Component
class ReportPages {

    private final JobViews views;
    private final Reports reports;

    ReportPages(JobViews views, Reports reports) {
        this.views = views;
        this.reports = reports;
    }

    /** The page, which says so when Eiger can't be asked; empty when there is no such job. */
    Mono<ReportPage> page(JobId job) {
        return views.view(job)
                .flatMap(view -> reports.current(job)
                        .map(reading -> page(job, view, reading))
                        .onErrorResume(
                                FarmException.class,
                                e -> Mono.just(
                                        ReportPage.failed(view, e.trouble().sentence()))));
    }

    /** The page by a fresh reading; an error when Eiger can't be asked. */
    Mono<ReportPage> fresh(JobId job) {
        return views.view(job).flatMap(view -> reports.fresh(job).map(reading -> page(job, view, reading)));
    }

    private ReportPage page(JobId job, JobView view, Reports.Reading reading) {
        return ReportPage.of(view, reading, reports.latest(job).orElse(null));
    }

    /** The page as orders move on and reports come. */
    Flux<ReportPage> updates(JobId job) {
        Flux<?> steps = reports.steps(job).sample(Duration.ofMillis(300));
        return Flux.merge(steps, reports.growth(job))
                .onBackpressureLatest()
                .concatMap(tick -> page(job), 1)
                .filter(page -> page.trouble() == null)
                .distinctUntilChanged(ReportPage::rows);
    }
}
