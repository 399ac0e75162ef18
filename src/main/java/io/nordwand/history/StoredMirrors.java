package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The copies in the database, kept up while the program runs. */
final class StoredMirrors implements Mirrors, SmartLifecycle {

    private final Book<JobRecord> jobs;
    private final Book<BuildRecord> builds;
    private final Map<Copy, Gauge> gauges;
    private final Map<Copy, Loop> loops;
    private final Sinks.Many<Copy> changes;
    private volatile boolean running;

    StoredMirrors(
            Book<JobRecord> jobs,
            Book<BuildRecord> builds,
            Map<Copy, Gauge> gauges,
            Map<Copy, Loop> loops,
            Sinks.Many<Copy> changes) {
        this.jobs = jobs;
        this.builds = builds;
        this.gauges = Map.copyOf(gauges);
        this.loops = Map.copyOf(loops);
        this.changes = changes;
    }

    @Override
    public Progress progress(Copy copy) {
        return Objects.requireNonNull(gauges.get(copy)).progress();
    }

    @Override
    public Flux<Copy> changes() {
        return Gauge.latest(changes);
    }

    @Override
    public Flux<Copy> writes() {
        return Flux.merge(gauges.values().stream().map(Gauge::writes).toList());
    }

    @Override
    public Mono<Void> refresh(Copy copy) {
        return Objects.requireNonNull(loops.get(copy)).wish();
    }

    @Override
    public Mono<Void> refresh(JobId job) {
        return jobs.refresh(job.value());
    }

    @Override
    public Mono<Void> refresh(BuildId build) {
        return builds.refresh(build.value());
    }

    @Override
    public void start() {
        running = true;
        loops.values().forEach(Loop::start);
    }

    @Override
    public void stop() {
        running = false;
        loops.values().forEach(Loop::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
