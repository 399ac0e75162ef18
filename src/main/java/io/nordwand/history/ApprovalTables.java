package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The approved set in the database, and what each kept build has of it: null while approvals are off or not known. */
final class ApprovalTables {

    private static final String IN_SET = "exists (select 1 from approved_build a where a.id = build.id)";

    private ApprovalTables() {}

    /** A set, and when it was read. */
    record Read(Approved set, Instant at) {}

    /** What is kept of this organization; what is kept of another is thrown away. */
    static Optional<Read> load(JdbcClient jdbc, String owner) {
        int foreign = jdbc.sql("delete from approval_now where owner <> :owner")
                .param("owner", owner)
                .update();
        if (foreign > 0) {
            jdbc.sql("delete from approved_build").update();
            jdbc.sql("update build set approved = null where approved is not null")
                    .update();
        }
        return jdbc.sql("select is_on, read_at from approval_now")
                .query((row, number) -> {
                    Instant at = Objects.requireNonNull(Rows.instant(row, "read_at"));
                    return row.getBoolean("is_on") ? new Read(Approved.of(ids(jdbc)), at) : new Read(Approved.OFF, at);
                })
                .optional();
    }

    private static List<BuildId> ids(JdbcClient jdbc) {
        return jdbc.sql("select given_build from approved_build")
                .query((row, number) -> new BuildId(row.getString(1)))
                .list();
    }

    /** Keeps the set, and sets all builds by it. */
    static void keep(JdbcClient jdbc, String owner, Read read) {
        jdbc.sql("delete from approval_now").update();
        jdbc.sql("insert into approval_now (owner, is_on, read_at) values (:owner, :on, :at)")
                .param("owner", owner)
                .param("on", read.set().on())
                .param("at", read.at().atOffset(ZoneOffset.UTC))
                .update();
        replace(jdbc, read.set().builds());
        if (read.set().on()) {
            jdbc.sql("update build set approved = true where (approved is null or approved = false) and " + IN_SET)
                    .update();
            jdbc.sql("update build set approved = false where (approved is null or approved = true) and not " + IN_SET)
                    .update();
        } else {
            jdbc.sql("update build set approved = null where approved is not null")
                    .update();
        }
    }

    private static void replace(JdbcClient jdbc, Set<BuildId> builds) {
        Map<String, String> wanted = builds.stream()
                .collect(Collectors.toMap(BuildColumns::key, BuildId::value, (one, same) -> one, HashMap::new));
        Set<String> gone = new HashSet<>(
                jdbc.sql("select id from approved_build").query(String.class).list());
        Set<String> there = new HashSet<>(gone);
        gone.removeAll(wanted.keySet());
        for (List<String> some : Shelf.pieces(gone)) {
            jdbc.sql("delete from approved_build where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
        wanted.keySet().removeAll(there);
        for (List<Map.Entry<String, String>> some : Shelf.pieces(wanted.entrySet())) {
            jdbc.sql("insert into approved_build (id, given_build) values " + Shelf.marks(some.size(), 2))
                    .params(some.stream()
                            .flatMap(each -> List.<Object>of(each.getKey(), each.getValue()).stream())
                            .toList())
                    .update();
        }
    }

    /** Sets builds that were just written by the set as last read; without one they keep what their list said. */
    static void follow(JdbcClient jdbc, List<String> ids) {
        jdbc.sql("""
                        update build set approved =
                            (select case when n.is_on then %s else null end from approval_now n)
                        where id in (:ids) and exists (select 1 from approval_now)""".formatted(IN_SET)).param("ids", ids).update();
    }
}
