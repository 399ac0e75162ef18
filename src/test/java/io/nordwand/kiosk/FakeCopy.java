package io.nordwand.kiosk;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.history.Backlog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A copy of Eiger's jobs that knows of each job who asked for it. */
final class FakeCopy implements Backlog {

    private final Map<JobId, JobRecord> jobs = new ConcurrentHashMap<>();
    private final List<JobId> asked = new ArrayList<>();

    /** That job was asked for by the one and started by the other. */
    void put(String job, @Nullable String requester, @Nullable String initiator) {
        JobId id = new JobId(job);
        jobs.put(
                id,
                new JobRecord(
                        id,
                        null,
                        null,
                        "",
                        "Printing",
                        "",
                        person(initiator),
                        person(requester),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** Jobs that were looked up, in that order. */
    List<JobId> asked() {
        return List.copyOf(asked);
    }

    private static @Nullable PersonRecord person(@Nullable String name) {
        return name == null ? null : new PersonRecord("u-1", name, "someone@example.com");
    }

    @Override
    public Mono<List<JobRecord>> all() {
        return Mono.just(List.of());
    }

    @Override
    public Mono<List<JobRecord>> of(BuildId build) {
        return Mono.just(List.of());
    }

    @Override
    public Mono<List<JobRecord>> jobs(Collection<JobId> ids) {
        asked.addAll(ids);
        return Mono.just(ids.stream().filter(jobs::containsKey).map(jobs::get).toList());
    }
}
