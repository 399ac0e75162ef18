package io.nordwand.request;

import static io.nordwand.farm.FarmFixtures.NOW;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.farm.record.RequestCommands;
import io.nordwand.history.Backlog;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Eiger's backlog and the copy of it, which is only as new as the last reading; calls are counted and can go wrong. */
final class FakeBacklog implements Backlog, Mirrors, RequestCommands {

    /** What Eiger has. */
    final List<JobRecord> eiger = new CopyOnWriteArrayList<>();
    /** Every call that would change something, as a word and the build. */
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Ids of jobs that Eiger does not take back. */
    final List<JobId> entries = new CopyOnWriteArrayList<>();

    private final AtomicInteger number = new AtomicInteger();
    private final Sinks.Many<Copy> changes = Sinks.many().multicast().directBestEffort();
    private volatile List<JobRecord> copy = List.of();
    /** What becomes of a call's answer once Eiger has done it. */
    volatile UnaryOperator<Mono<JobId>> answer = UnaryOperator.identity();
    /** What stands before a call. */
    volatile @Nullable Trouble refusal;
    /** Why Eiger can't be read. */
    volatile @Nullable Trouble unreadable;

    volatile boolean whole = true;

    void reset() {
        eiger.clear();
        calls.clear();
        entries.clear();
        answer = UnaryOperator.identity();
        refusal = null;
        unreadable = null;
        whole = true;
        read();
    }

    static Build build(String title) {
        return FarmFixtures.build(title);
    }

    JobRecord waits(Build build, @Nullable String requester, Instant createdAt) {
        JobRecord job = job("job-" + number.incrementAndGet(), build, "Backlogged", requester, createdAt);
        eiger.add(job);
        return job;
    }

    static JobRecord job(
            String id, @Nullable Build build, String state, @Nullable String requester, Instant createdAt) {
        return new JobRecord(
                new JobId(id),
                build == null ? null : new BuildRecord(build, null, null, null, Costs.UNKNOWN, Costs.UNKNOWN),
                null,
                "",
                state,
                "",
                null,
                requester == null ? null : new PersonRecord("u", requester, requester + "@example.com"),
                createdAt,
                createdAt,
                null,
                createdAt,
                null);
    }

    /** Brings the copy up to date. */
    void read() {
        copy = List.copyOf(eiger);
        synchronized (changes) {
            changes.tryEmitNext(Copy.JOBS);
        }
    }

    @Override
    public Mono<List<JobRecord>> all() {
        return Mono.fromSupplier(
                () -> copy.stream().filter(FakeBacklog::waits).limit(MOST).toList());
    }

    private static boolean waits(JobRecord job) {
        return job.state().equals("Backlogged");
    }

    @Override
    public Mono<List<JobRecord>> of(BuildId build) {
        return Mono.fromSupplier(() -> copy.stream()
                .filter(FakeBacklog::waits)
                .filter(job -> job.build() != null && job.build().build().id().equals(build))
                .toList());
    }

    @Override
    public Mono<List<JobRecord>> jobs(Collection<JobId> ids) {
        return Mono.fromSupplier(
                () -> copy.stream().filter(job -> ids.contains(job.id())).toList());
    }

    @Override
    public Progress progress(Copy list) {
        return new Progress(whole, copy.size(), NOW, false, unreadable);
    }

    @Override
    public Flux<Copy> changes() {
        return changes.asFlux().onBackpressureLatest();
    }

    @Override
    public Mono<Void> refresh(Copy list) {
        return Mono.fromRunnable(() -> {
            if (unreadable == null) {
                read();
            }
        });
    }

    @Override
    public Mono<Void> refresh(JobId job) {
        return refresh(Copy.JOBS);
    }

    @Override
    public Mono<Void> refresh(BuildId build) {
        return Mono.empty();
    }

    @Override
    public Mono<JobId> request(BuildId build, @Nullable LocalDate dueOn) {
        return made("request", build, dueOn, false);
    }

    @Override
    public Mono<JobId> backlog(BuildId build, @Nullable LocalDate dueOn) {
        return made("backlog", build, dueOn, true);
    }

    private Mono<JobId> made(String word, BuildId build, @Nullable LocalDate dueOn, boolean entry) {
        return Mono.defer(() -> {
            calls.add(word + " " + build.value() + (dueOn == null ? "" : " " + dueOn));
            Trouble trouble = refusal;
            if (trouble != null) {
                return Mono.error(new FarmException(trouble));
            }
            return answer.apply(Mono.fromSupplier(() -> {
                JobId job = waits(build(build.value().substring("build-".length())), null, NOW)
                        .id();
                if (entry) {
                    entries.add(job);
                }
                return job;
            }));
        });
    }

    @Override
    public Mono<Void> withdraw(BuildId build) {
        return Mono.defer(() -> {
            calls.add("withdraw " + build.value());
            Trouble trouble = refusal;
            if (trouble != null) {
                return Mono.error(new FarmException(trouble));
            }
            List<JobRecord> gone = new ArrayList<>();
            eiger.forEach(job -> {
                boolean hit = job.build() != null && job.build().build().id().equals(build);
                if (hit && !entries.contains(job.id())) {
                    gone.add(job);
                }
            });
            eiger.removeAll(gone);
            return answer.apply(Mono.empty()).then();
        });
    }
}
