package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.RecordSource;
import io.nordwand.farm.record.Span;
import reactor.core.publisher.Mono;

/** An archive that leaves one job out of its lists. */
record Shy(RecordSource archive, JobId hidden) implements RecordSource {

    @Override
    public Mono<Leaf<JobRecord>> jobs(Span span, int page) {
        return archive.jobs(span, page).map(this::without);
    }

    @Override
    public Mono<Leaf<JobRecord>> backlog(int page) {
        return archive.backlog(page).map(this::without);
    }

    private Leaf<JobRecord> without(Leaf<JobRecord> leaf) {
        return new Leaf<>(
                leaf.items().stream().filter(job -> !job.id().equals(hidden)).toList(), leaf.received(), leaf.more());
    }

    @Override
    public Mono<JobRecord> job(JobId job) {
        return archive.job(job);
    }

    @Override
    public Mono<Leaf<BuildRecord>> builds(Span span, int page) {
        return archive.builds(span, page);
    }

    @Override
    public Mono<BuildRecord> build(BuildId build) {
        return archive.build(build);
    }
}
