package io.nordwand.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the backlog gives, on every database. */
abstract class BacklogContract {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant DAY = Instant.parse("2026-02-12T00:00:00Z");

    private Database database;
    private Backlog backlog;

    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        backlog = new BacklogReader(database);
    }

    private void keep(JobRecord... jobs) {
        database.now(jdbc -> new Shelf<>(JobColumns.TABLE).put(jdbc, List.of(jobs)));
    }

    private static JobRecord job(int number, String state) {
        return Records.job(number, state, DAY.plusSeconds(100 - number), DAY.plusSeconds(200));
    }

    private static <T> T got(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(LONG));
    }

    @Test
    void onlyWhatWaitsIsThereOldestFirstAndWhole() {
        JobRecord one = job(1, "Backlogged");
        JobRecord two = job(2, " backlogged ");
        keep(one, job(3, "Completed"), two, job(4, "Printing"));
        assertThat(got(backlog.all())).extracting(JobRecord::id).containsExactly(two.id(), one.id());
        assertThat(got(backlog.all()).get(1)).isEqualTo(one);
    }

    @Test
    void aBuildIsFoundInWhateverCaseItIsWritten() {
        JobRecord one = job(1, "Backlogged");
        JobRecord same = job(41, "Backlogged");
        keep(one, job(2, "Backlogged"), same, job(81, "Completed"));
        BuildId build = Objects.requireNonNull(one.build()).build().id();
        assertThat(got(backlog.of(new BuildId(build.value().toUpperCase(Locale.ROOT)))))
                .extracting(JobRecord::id)
                .containsExactly(same.id(), one.id());
    }

    @Test
    void jobsAreFoundWhateverBecameOfThem() {
        JobRecord done = job(1, "Completed");
        keep(done, job(2, "Backlogged"));
        assertThat(got(backlog.jobs(List.of(done.id(), new JobId("nothing")))))
                .extracting(JobRecord::state)
                .containsExactly("Completed");
        assertThat(got(backlog.jobs(List.of()))).isEmpty();
        List<JobId> many = IntStream.range(0, 500)
                .mapToObj(i -> new JobId(Records.id("job", i)))
                .toList();
        assertThat(got(backlog.jobs(many))).hasSize(2);
    }
}
