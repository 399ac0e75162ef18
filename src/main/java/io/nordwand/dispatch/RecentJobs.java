package io.nordwand.dispatch;

import io.nordwand.farm.FarmSource;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks for a print in Eiger's list of jobs, where the printer itself does not tell. */
@Component
class RecentJobs {

    /** How far Eiger's clock may be from ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final FarmSource source;
    private final Duration limit;

    RecentJobs(FarmSource source, DispatchProperties dispatch) {
        this.source = source;
        this.limit = dispatch.readingLimit();
    }

    /** The job that a start made, by its id if Eiger gave one, else one of that build since the start; or empty. */
    Mono<PrintJob> of(Action action, @Nullable JobId job) {
        Instant since = action.startedAt().minus(SKEW);
        Predicate<PrintJob> ours = job == null
                ? each -> Objects.equals(each.build(), action.build())
                        && each.createdAt() != null
                        && !each.createdAt().isBefore(since)
                : each -> each.id().equals(job);
        return Mono.defer(() -> source.jobs(action.printer(), since))
                .timeout(limit)
                .onErrorReturn(List.of())
                .flatMap(jobs -> Mono.justOrEmpty(jobs.stream().filter(ours).findFirst()));
    }
}
