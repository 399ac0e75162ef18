package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.JobRecord;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Runs of builds in the table of jobs. */
@Component
class StoredRuns implements BuildRuns {

    private static final String BACKLOG = "backlogged";

    private final Database database;

    StoredRuns(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Runs> of(BuildId build) {
        String key = BuildColumns.key(build);
        return database.call(jdbc -> {
            List<InState> all =
                    jdbc.sql("""
                            select min(state) as state, count(*) as count, state_key from job where build = :build
                            group by state_key order by count desc, state_key""").param("build", key).query(InState.class).list();
            boolean waits = all.stream().anyMatch(StoredRuns::waiting);
            return new Runs(
                    all.stream().filter(state -> !waiting(state)).toList(),
                    jobs(jdbc, key, "state_key <> :backlog order by sort_at desc, id desc"),
                    waits ? jobs(jdbc, key, "state_key = :backlog order by sort_at, id") : List.of(),
                    all.stream()
                            .filter(StoredRuns::waiting)
                            .mapToLong(InState::count)
                            .sum());
        });
    }

    private static boolean waiting(InState state) {
        return Rows.word(state.state()).equals(BACKLOG);
    }

    private static List<JobRecord> jobs(JdbcClient jdbc, String build, String rest) {
        return jdbc.sql("select * from job where build = :build and " + rest + " limit " + NEWEST)
                .param("build", build)
                .param("backlog", BACKLOG)
                .query((row, number) -> JobColumns.read(row))
                .list();
    }
}
