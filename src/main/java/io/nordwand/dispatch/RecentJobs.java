package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.PrinterId;
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

    /** Whether Eiger lists a job of that build that was made at the printer since the action began; false if unknown. */
    Mono<Boolean> anySince(Action action, PrinterId printer, BuildId build) {
        return first(printer, since(action), madeSince(since(action), build)).hasElement();
    }

    /** The job that a start made, by its id if Eiger gave one, else one of that build since the start; or empty. */
    Mono<PrintJob> of(Action action, @Nullable JobId job) {
        Instant since = since(action);
        Predicate<PrintJob> ours = job == null
                ? madeSince(since, action.build())
                : each -> each.id().equals(job);
        return first(action.printer(), since, ours);
    }

    private static Instant since(Action action) {
        return action.startedAt().minus(SKEW);
    }

    private static Predicate<PrintJob> madeSince(Instant since, @Nullable BuildId build) {
        return each -> Objects.equals(each.build(), build)
                && each.createdAt() != null
                && !each.createdAt().isBefore(since);
    }

    private Mono<PrintJob> first(PrinterId printer, Instant since, Predicate<PrintJob> ours) {
        return Mono.defer(() -> source.jobs(printer, since))
                .timeout(limit)
                .onErrorReturn(List.of())
                .flatMap(jobs -> Mono.justOrEmpty(jobs.stream().filter(ours).findFirst()));
    }
}
