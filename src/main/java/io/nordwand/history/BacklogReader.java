package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the backlog from the table of jobs. */
@Component
class BacklogReader implements Backlog {

    private static final String WAITING = "select * from job where state_key = 'backlogged'";
    private static final String OLDEST_FIRST = " order by sort_at, id limit " + MOST;

    private final Database database;

    BacklogReader(Database database) {
        this.database = database;
    }

    @Override
    public Mono<List<JobRecord>> all() {
        return database.call(jdbc -> jdbc.sql(WAITING + OLDEST_FIRST)
                .query((row, number) -> JobColumns.read(row))
                .list());
    }

    @Override
    public Mono<List<JobRecord>> of(BuildId build) {
        return database.call(jdbc -> jdbc.sql(WAITING + " and build = :build" + OLDEST_FIRST)
                .param("build", BuildColumns.key(build))
                .query((row, number) -> JobColumns.read(row))
                .list());
    }

    @Override
    public Mono<List<JobRecord>> jobs(Collection<JobId> ids) {
        List<String> keys = ids.stream().map(JobColumns::key).distinct().toList();
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.call(jdbc -> {
            List<JobRecord> found = new ArrayList<>();
            Shelf.pieces(keys)
                    .forEach(some -> found.addAll(jdbc.sql("select * from job where id in (:ids)")
                            .param("ids", some)
                            .query((row, number) -> JobColumns.read(row))
                            .list()));
            return found;
        });
    }
}
