package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Jobs kept for pages that are tested, and mirrors that are as old as a test says. */
public final class JobShelf implements Mirrors {

    /** Jobs that were asked for by their id. */
    public final List<JobId> refreshed = new ArrayList<>();

    private final Database database;
    private final StoredJobs jobs;
    private final Sinks.Many<Copy> changes = Sinks.many().multicast().directBestEffort();
    private Progress progress = Progress.NONE;
    private Mono<Void> answer = Mono.empty();

    public JobShelf(Database database, Farms farms, Clock clock, WebProperties web) {
        this.database = database;
        this.jobs = new StoredJobs(database, new JobNames(), farms, new FigureReader(database, this, clock, web), web);
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Forgets everything and keeps these. */
    public void keep(JobRecord... records) {
        refreshed.clear();
        answer = Mono.empty();
        database.now(jdbc -> {
            Shelf<JobRecord> shelf = new Shelf<>(JobColumns.TABLE);
            shelf.clear(jdbc);
            return shelf.put(jdbc, List.of(records));
        });
        changes.tryEmitNext(Copy.JOBS);
    }

    /** Keeps one more. */
    public void add(JobRecord record) {
        database.now(jdbc -> new Shelf<>(JobColumns.TABLE).put(jdbc, List.of(record)));
        changes.tryEmitNext(Copy.JOBS);
    }

    public void progress(Progress now) {
        progress = now;
    }

    /** What a reading of one job does. */
    public void answers(Mono<Void> reading) {
        answer = reading;
    }

    @Override
    public Progress progress(Copy copy) {
        return progress;
    }

    @Override
    public Flux<Copy> changes() {
        return changes.asFlux();
    }

    @Override
    public Mono<Void> refresh(Copy copy) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> refresh(JobId job) {
        return Mono.defer(() -> {
            refreshed.add(job);
            return answer;
        });
    }

    @Override
    public Mono<Void> refresh(BuildId build) {
        return Mono.empty();
    }
}
