package io.nordwand.dispatch;

import io.nordwand.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the administrator's stop in the database. */
@Component
class StopStore {

    private static final String NAME = "writes.stop";

    private final Database database;

    StopStore(Database database) {
        this.database = database;
    }

    /** The stop as stored, or null; on the calling thread, at the start only. */
    @Nullable
    Stop load() {
        return database.now(jdbc -> jdbc.sql("select content, changed_at, changed_by from setting where name = :name")
                .param("name", NAME)
                .query(StopStore::stop)
                .optional()
                .orElse(null));
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("content"));
    }

    Mono<Void> save(Stop stop) {
        return database.<Integer>call(jdbc -> {
                    jdbc.sql("delete from setting where name = :name")
                            .param("name", NAME)
                            .update();
                    return jdbc.sql("insert into setting (name, content, changed_at, changed_by)"
                                    + " values (:name, :content, :at, :by)")
                            .param("name", NAME)
                            .param("content", stop.reason())
                            .param("at", Objects.requireNonNull(stop.since()).atOffset(ZoneOffset.UTC))
                            .param("by", stop.by())
                            .update();
                })
                .then();
    }

    Mono<Void> clear() {
        return database.<Integer>call(jdbc -> jdbc.sql("delete from setting where name = :name")
                        .param("name", NAME)
                        .update())
                .then();
    }
}
