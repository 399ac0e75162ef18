package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.RecordSource;
import io.nordwand.farm.record.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists as Eiger keeps them, with short pages, and with the habits that a test gives it. */
final class Archive implements RecordSource {

    static final Trouble DOWN = new Trouble.Unavailable("Eiger is down.", null);
    static final Trouble GONE = new Trouble.NotFound("Eiger does not know this.", null);

    final Map<JobId, JobRecord> jobs = new LinkedHashMap<>();
    final Map<BuildId, BuildRecord> builds = new LinkedHashMap<>();
    /** What is asked, in order. */
    final List<String> calls = new ArrayList<>();
    /** Calls that fail next. */
    int failing;
    /** Whether filters are heard. */
    boolean deaf;
    /** Whether asking by time of change is refused. */
    boolean strict;
    /** Whether lists are in no order. */
    boolean jumbled;
    /** Whether each page claims that there is another. */
    boolean endless;

    private final int size;

    Archive(int size) {
        this.size = size;
    }

    void put(JobRecord job) {
        jobs.put(job.id(), job);
    }

    void put(BuildRecord build) {
        builds.put(build.build().id(), build);
    }

    @Override
    public Mono<Leaf<JobRecord>> jobs(Span span, int page) {
        Function<JobRecord, @Nullable Instant> by =
                span.by() == Span.By.CREATED ? JobRecord::createdAt : JobRecord::updatedAt;
        return answer("jobs " + span.by() + " " + span.from() + " " + page, () -> {
            refuse(span);
            return leaf(jobs.values().stream().filter(since(span, by)).toList(), by, page);
        });
    }

    @Override
    public Mono<Leaf<JobRecord>> backlog(int page) {
        return answer(
                "backlog " + page,
                () -> leaf(
                        jobs.values().stream()
                                .filter(job -> deaf || job.state().equals("Backlogged"))
                                .toList(),
                        JobRecord::createdAt,
                        page));
    }

    @Override
    public Mono<JobRecord> job(JobId job) {
        return answer("job " + job, () -> found(jobs.get(job)));
    }

    @Override
    public Mono<Leaf<BuildRecord>> builds(Span span, int page) {
        Function<BuildRecord, @Nullable Instant> by =
                span.by() == Span.By.CREATED ? record -> record.build().createdAt() : BuildRecord::updatedAt;
        return answer("builds " + span.by() + " " + span.from() + " " + page, () -> {
            refuse(span);
            return leaf(
                    builds.values().stream().filter(since(span, by)).toList(),
                    record -> record.build().createdAt(),
                    page);
        });
    }

    @Override
    public Mono<BuildRecord> build(BuildId build) {
        return answer("build " + build, () -> found(builds.get(build)));
    }

    private void refuse(Span span) {
        if (strict && span.by() == Span.By.UPDATED) {
            throw new FarmException(new Trouble.Rejected("Unknown filter.", null));
        }
    }

    private <T> Predicate<T> since(Span span, Function<T, @Nullable Instant> by) {
        Instant from = span.from() == null ? null : span.from().truncatedTo(ChronoUnit.SECONDS);
        return record -> {
            Instant at = by.apply(record);
            return deaf || from == null || (at != null && !at.isBefore(from));
        };
    }

    private <T> Leaf<T> leaf(List<T> all, Function<T, @Nullable Instant> by, int page) {
        List<T> sorted = all.stream()
                .sorted(
                        jumbled
                                ? Comparator.comparing(
                                        record -> record.toString().hashCode())
                                : Comparator.comparing(by, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        int from = Math.min(sorted.size(), (page - 1) * size);
        int to = Math.min(sorted.size(), from + size);
        List<T> items =
                sorted.subList(endless && from == to ? 0 : from, endless && from == to ? Math.min(size, to) : to);
        return new Leaf<>(items, items.size(), endless || to < sorted.size());
    }

    private <T> Mono<T> answer(String call, java.util.function.Supplier<T> answer) {
        return Mono.defer(() -> {
            calls.add(call);
            if (failing > 0) {
                failing--;
                return Mono.error(new FarmException(DOWN));
            }
            return Mono.fromSupplier(answer);
        });
    }

    private static <T> T found(@Nullable T record) {
        if (record == null) {
            throw new FarmException(GONE);
        }
        return record;
    }
}
