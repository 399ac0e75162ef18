package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.BuildRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;

/** Reads the table of builds. */
final class StoredApprovableBuilds implements ApprovableBuilds {

    private final Database database;

    StoredApprovableBuilds(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Slice> search(String text, Show show, int page, int size) {
        return database.call(jdbc -> {
            String where = " where " + where(text, show);
            String like = "%" + Rows.folded(text).replaceAll("([!%_])", "!$1") + "%";
            long count = with(jdbc.sql("select count(*) from build" + where), text, like)
                    .query(Long.class)
                    .single();
            List<BuildRecord> builds = with(
                            jdbc.sql("select * from build" + where
                                    + " order by sort_at desc, id desc limit :size offset :skipped"),
                            text,
                            like)
                    .param("size", size)
                    .param("skipped", (page - 1L) * size)
                    .query((row, number) -> Objects.requireNonNull(BuildColumns.read(row)))
                    .list();
            return new Slice(builds, count);
        });
    }

    private static String where(String text, Show show) {
        String approved = switch (show) {
            case ALL -> "1 = 1";
            case APPROVED -> "approved = true";
            case NOT_APPROVED -> "approved = false";
        };
        return text.isBlank() ? approved : approved + " and folded like :like escape '!'";
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, String text, String like) {
        return text.isBlank() ? sql : sql.param("like", like);
    }

    @Override
    public Mono<Map<BuildId, BuildRecord>> of(Collection<BuildId> builds) {
        return database.call(jdbc -> {
            Map<BuildId, BuildRecord> found = new HashMap<>();
            for (List<String> some :
                    Shelf.pieces(builds.stream().map(BuildColumns::key).toList())) {
                jdbc.sql("select * from build where id in (:ids)")
                        .param("ids", some)
                        .query((row, number) -> Objects.requireNonNull(BuildColumns.read(row)))
                        .list()
                        .forEach(record -> found.put(record.build().id(), record));
            }
            return found;
        });
    }
}
