package io.nordwand.approval;

import io.nordwand.database.Database;
import io.nordwand.database.StorableText;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what the approved set was before each change from here. Errors are {@link io.nordwand.database.DatabaseException}. */
@Component
class FormerSets {

    private static final int PIECE = 200;

    private final Database database;

    FormerSets(Database database) {
        this.database = database;
    }

    /** Stores it; only then may the change be sent. */
    Mono<Void> store(FormerSet set) {
        return database.<Integer>call(jdbc -> {
                    jdbc.sql("""
                                    insert into approval_set (id, action, stored_at, actor, was_on, becomes_on)
                                    values (:id, :action, :at, :actor, :wasOn, :becomesOn)""")
                            .param("id", set.id())
                            .param("action", set.action())
                            .param("at", set.at().atOffset(ZoneOffset.UTC))
                            .param("actor", StorableText.of(set.actor()))
                            .param("wasOn", set.before().on())
                            .param("becomesOn", set.after().on())
                            .update();
                    insert(jdbc, set);
                    return 1;
                })
                .then();
    }

    private static void insert(JdbcClient jdbc, FormerSet set) {
        Set<BuildId> all = new HashSet<>(set.before().builds());
        all.addAll(set.after().builds());
        List<BuildId> builds = List.copyOf(all);
        for (int from = 0; from < builds.size(); from += PIECE) {
            List<BuildId> some = builds.subList(from, Math.min(builds.size(), from + PIECE));
            List<Object> values = new ArrayList<>();
            List<String> rows = new ArrayList<>();
            for (BuildId build : some) {
                rows.add("(?, ?, ?, ?, ?, ?)");
                values.add(set.id());
                values.add(
                        Objects.requireNonNull(StorableText.of(build.value())).toLowerCase(Locale.ROOT));
                values.add(Objects.requireNonNull(StorableText.of(build.value())));
                values.add(Objects.requireNonNull(StorableText.of(set.titles().getOrDefault(build, ""))));
                values.add(set.before().builds().contains(build));
                values.add(set.after().builds().contains(build));
            }
            jdbc.sql("insert into approval_set_build (approval_set, id, given_build, title, was_in, becomes_in) values "
                            + String.join(", ", rows))
                    .params(values)
                    .update();
        }
    }

    /** The change that this order made or was to make; empty when none was stored. */
    Mono<FormerSet> ofAction(String action) {
        return one("action", action);
    }

    /** The change of that id; empty when none was stored. */
    Mono<FormerSet> of(String id) {
        return one("id", id);
    }

    private Mono<FormerSet> one(String column, String value) {
        return database.call(jdbc -> jdbc.sql("select * from approval_set where " + column + " = :value")
                .param("value", StorableText.of(value))
                .query((row, number) -> new FormerSet(
                        row.getString("id"),
                        row.getString("action"),
                        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getBoolean("was_on") ? Approved.of(List.of()) : Approved.OFF,
                        row.getBoolean("becomes_on") ? Approved.of(List.of()) : Approved.OFF,
                        Map.of()))
                .optional()
                .map(set -> whole(jdbc, set))
                .orElse(null));
    }

    private static FormerSet whole(JdbcClient jdbc, FormerSet set) {
        Set<BuildId> before = new HashSet<>();
        Set<BuildId> after = new HashSet<>();
        Map<BuildId, String> titles = new HashMap<>();
        jdbc.sql("select * from approval_set_build where approval_set = :id")
                .param("id", set.id())
                .query(row -> {
                    BuildId build = new BuildId(row.getString("given_build"));
                    titles.put(build, row.getString("title"));
                    if (row.getBoolean("was_in")) {
                        before.add(build);
                    }
                    if (row.getBoolean("becomes_in")) {
                        after.add(build);
                    }
                });
        return new FormerSet(
                set.id(),
                set.action(),
                set.at(),
                set.actor(),
                set.before().on() ? Approved.of(before) : Approved.OFF,
                set.after().on() ? Approved.of(after) : Approved.OFF,
                titles);
    }
}
