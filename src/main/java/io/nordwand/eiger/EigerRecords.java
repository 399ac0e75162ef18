package io.nordwand.eiger;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.Query;
import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.Page;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetailSource;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.RecordSource;
import io.nordwand.farm.record.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads records from Eiger, one page a call, and what a build is made of. */
final class EigerRecords implements RecordSource, BuildDetailSource {

    private final JobsApi jobs;
    private final BuildsApi builds;
    private final Refusals refusals;

    EigerRecords(JobsApi jobs, BuildsApi builds, Refusals refusals) {
        this.jobs = jobs;
        this.builds = builds;
        this.refusals = refusals;
    }

    @Override
    public Mono<Leaf<JobRecord>> jobs(Span span, int page) {
        return leaf(
                jobs.listPrintJobs(since(Query.ascending(field(span)), span).page(page, PAGE_SIZE)),
                RecordMapping::job);
    }

    @Override
    public Mono<Leaf<JobRecord>> backlog(int page) {
        Query backlogged = Query.ascending("created_at").where("state", "eq", "Backlogged");
        return leaf(jobs.listPrintJobs(backlogged.page(page, PAGE_SIZE)), RecordMapping::job);
    }

    @Override
    public Mono<JobRecord> job(JobId job) {
        return asked(job.value(), jobs::readPrintJob)
                .map(wire -> required(Ids.same(wire.id(), job.value()) ? RecordMapping.job(wire) : null));
    }

    @Override
    public Mono<Leaf<BuildRecord>> builds(Span span, int page) {
        return leaf(
                builds.listBuilds(since(Query.ascending("created_at"), span).page(page, PAGE_SIZE)),
                RecordMapping::build);
    }

    @Override
    public Mono<BuildRecord> build(BuildId build) {
        return wire(build).map(wire -> required(RecordMapping.build(wire)));
    }

    @Override
    public Mono<BuildDetail> detail(BuildId build) {
        return wire(build).map(wire -> required(DetailMapping.detail(wire)));
    }

    private Mono<BuildWire> wire(BuildId build) {
        return asked(build.value(), builds::readBuild)
                .map(wire -> required(Ids.same(wire.id(), build.value()) ? wire : null));
    }

    private static String field(Span span) {
        return span.by() == Span.By.CREATED ? "created_at" : "updated_at";
    }

    private static Query since(Query query, Span span) {
        return span.from() == null
                ? query
                : query.where(field(span), "ge", span.from().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A page; nothing visible to the key (404, field note 13) is an empty last one. */
    private <W, T> Mono<Leaf<T>> leaf(Mono<Page<W>> answer, Function<@Nullable W, @Nullable T> mapping) {
        return answer.map(page -> {
                    List<@Nullable W> wires = required(page.items());
                    List<T> items = wires.stream()
                            .<@Nullable T>map(mapping)
                            .filter(Objects::nonNull)
                            .toList();
                    if (items.isEmpty() && !wires.isEmpty()) {
                        throw new FarmException(refusals.unreadable());
                    }
                    boolean more = page.hasMoreItems() == null ? wires.size() >= PAGE_SIZE : page.hasMoreItems();
                    return new Leaf<>(items, wires.size(), more && !wires.isEmpty());
                })
                .onErrorResume(EigerRecords::notFound, e -> Mono.just(new Leaf<>(List.of(), 0, false)));
    }

    private static boolean notFound(Throwable error) {
        return error instanceof FarmException farm && farm.trouble() instanceof Trouble.NotFound;
    }

    private <T> Mono<T> asked(String id, Function<String, Mono<T>> operation) {
        return Mono.defer(() -> Ids.sendable(id) ? operation.apply(id) : Mono.error(refusals.noSuchId()));
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new FarmException(refusals.unreadable());
        }
        return value;
    }
}
