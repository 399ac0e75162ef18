package io.nordwand.job;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.history.JobCount;
import io.nordwand.history.JobFigures;
import io.nordwand.history.JobPage;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Jobs;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Owners;
import io.nordwand.history.Progress;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the list of jobs. */
@Component
class JobsPages {

    private final Jobs jobs;
    private final Mirrors mirrors;
    private final Farms farms;
    private final Clock clock;
    private final ZoneId zone;

    JobsPages(Jobs jobs, Mirrors mirrors, Farms farms, Clock clock, WebProperties web) {
        this.jobs = jobs;
        this.mirrors = mirrors;
        this.farms = farms;
        this.clock = clock;
        this.zone = web.zoneOrDefault();
    }

    /** Today, where the installation is. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The page; one that says so when the copy can't be read. */
    Mono<JobsPage> page(JobQuery query) {
        return Mono.zip(
                        jobs.page(query.filter(today()), query.oldest(), query.after(), JobsPage.SIZE),
                        jobs.figures(),
                        (page, figures) -> page(query, page, figures))
                .onErrorResume(DatabaseException.class, down -> Mono.just(down(query)));
    }

    private JobsPage page(JobQuery query, JobPage page, JobFigures figures) {
        Farm farm = farms.current();
        Owners owners = new Owners(farm);
        Progress progress = mirrors.progress(Mirrors.Copy.JOBS);
        List<JobRow> rows =
                page.jobs().stream().map(job -> JobRow.of(job, farm, owners)).toList();
        return new JobsPage(
                query,
                phase(query, rows, progress),
                rows,
                page.next(),
                page.count(),
                choices(farm, figures),
                progress,
                query.everyJob() ? Figures.of(figures, query, today(), owners) : null,
                farm.freshness().lastGood() != null);
    }

    private static JobsPage.Phase phase(JobQuery query, List<JobRow> rows, Progress progress) {
        if (!rows.isEmpty()) {
            return JobsPage.Phase.LIST;
        }
        if (!query.parts().isEmpty() || query.after() != null) {
            return JobsPage.Phase.NO_MATCH;
        }
        return progress.whole() ? JobsPage.Phase.EMPTY : JobsPage.Phase.READING;
    }

    private static JobsPage.Choices choices(Farm farm, JobFigures figures) {
        List<JobsPage.Choice> printers = farm.printers().values().stream()
                .map(printer -> new JobsPage.Choice(
                        printer.id().value(), printer.report().displayName()))
                .sorted(Comparator.comparing(JobsPage.Choice::name, NaturalOrder.FOLDED))
                .toList();
        Stream<Map.Entry<String, String>> unknown = figures.states().entrySet().stream()
                .filter(word -> JobStanding.of(word.getKey(), false) == JobStanding.OTHER);
        return new JobsPage.Choices(
                choices(unknown), printers, figures.people(), choices(figures.sources().entrySet().stream()));
    }

    private static List<JobsPage.Choice> choices(Stream<Map.Entry<String, String>> words) {
        return words.map(word -> new JobsPage.Choice(word.getKey(), word.getValue()))
                .sorted(Comparator.comparing(JobsPage.Choice::name))
                .toList();
    }

    private JobsPage down(JobQuery query) {
        return new JobsPage(
                query,
                JobsPage.Phase.DOWN,
                List.of(),
                null,
                new JobCount(0, true),
                JobsPage.Choices.NONE,
                mirrors.progress(Mirrors.Copy.JOBS),
                null,
                farms.current().freshness().lastGood() != null);
    }
}
