package io.nordwand.farm.record;

import io.nordwand.farm.JobId;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port: inspection reports of printed parts. Links to them expire and let anybody in who has them, so they never leave the
 * source (field note 54). Every failure is a {@link io.nordwand.farm.FarmException}.
 */
public interface ReportSource {

    /** The reports of a job's parts; orders none (getPrintJobPartScanReport, field note 55). */
    Mono<List<PartReport>> reports(JobId job);

    /**
     * Orders the report of a printed part (getPrintedPartScanReport); sent once, and never repeated by itself.
     *
     * @return whether it is there already
     */
    Mono<Boolean> order(String part);

    /**
     * The files of those of a job's reports that are there, by fresh links, each fetched when its content is asked for.
     *
     * @param parts ids of the printed parts wanted; empty for all
     */
    Flux<ReportFile> files(JobId job, Set<String> parts);
}
