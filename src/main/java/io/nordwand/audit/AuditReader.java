package io.nordwand.audit;

import io.nordwand.database.Database;
import io.nordwand.web.WebProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the log, newest first. */
@Component
class AuditReader {

    private static final String ROWS = """
            select d.*, o.stored_at as settled_at, o.kind, o.status, o.reference, o.sentence, o.took_millis, o.result
            from audit_deed d
            left join audit_outcome o on o.id = (select max(x.id) from audit_outcome x where x.deed = d.id)
            where 1 = 1""";

    private final Database database;
    private final ZoneId zone;
    private final Mono<AuditChoices> choices;

    AuditReader(Database database, WebProperties web) {
        this.database = database;
        this.zone = web.zoneOrDefault();
        this.choices = database.call(AuditChoices::read)
                .cache(some -> Duration.ofSeconds(1), problem -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * The newest deeds that the query asks for.
     *
     * @param oldest number of the oldest deed to give, or 0
     */
    Mono<List<AuditRow>> rows(AuditQuery query, long oldest, int most) {
        StringBuilder sql = new StringBuilder(ROWS);
        Map<String, Object> params = new HashMap<>();
        conditions(query, sql, params);
        if (oldest > 0) {
            and(sql, params, "d.id >= :oldest", "oldest", oldest);
        }
        sql.append(" order by d.id desc limit ").append(most);
        return database.call(jdbc ->
                jdbc.sql(sql.toString()).params(params).query(AuditReader::row).list());
    }

    /** What there is to choose from, up to 1 s old: read once for all who look at the same moment. */
    Mono<AuditChoices> choices() {
        return choices;
    }

    private void conditions(AuditQuery query, StringBuilder sql, Map<String, Object> params) {
        if (!query.q().isEmpty()) {
            String like = query.q().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            params.put("like", "%" + like + "%");
            and(sql, params, """
                    (lower(d.subject) like :like escape '!' or lower(o.sentence) like :like escape '!'
                     or d.build = :q or d.entry = :q or o.reference = :q or o.result = :q)""", "q", query.q());
        }
        equal(sql, params, "actor", query.person());
        equal(sql, params, "printer", query.printer());
        equal(sql, params, "operation", query.operation());
        equal(sql, params, "action", query.action());
        Ending ending = query.ending();
        if (ending != null) {
            String none = ending == Ending.OPEN ? "o.kind is null or " : "";
            and(sql, params, "(" + none + "o.kind in (:kinds))", "kinds", ending.kinds());
        }
        if (query.from() != null) {
            and(sql, params, "d.stored_at >= :from", "from", midnight(query.from()));
        }
        if (query.to() != null) {
            and(sql, params, "d.stored_at < :to", "to", midnight(query.to().plusDays(1)));
        }
        if (query.before() != null) {
            and(sql, params, "d.id < :before", "before", query.before());
        }
    }

    private static void equal(StringBuilder sql, Map<String, Object> params, String column, String value) {
        if (!value.isEmpty()) {
            and(sql, params, "d." + column + " = :" + column, column, value);
        }
    }

    private static void and(
            StringBuilder sql, Map<String, Object> params, String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        params.put(name, value);
    }

    private OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        Result result = Result.of(row.getString("kind"));
        return new AuditRow(
                row.getLong("id"),
                AuditRows.instant(row, "stored_at"),
                AuditRows.deed(row),
                result,
                outcome(row, result),
                row.getObject("settled_at") == null ? null : AuditRows.instant(row, "settled_at"));
    }

    private static @Nullable Outcome outcome(ResultSet row, Result result) throws SQLException {
        if (result == Result.OPEN) {
            return null;
        }
        Number status = (Number) row.getObject("status");
        Number took = (Number) row.getObject("took_millis");
        return new Outcome(
                Outcome.Kind.valueOf(result.name()),
                status == null ? null : status.intValue(),
                row.getString("reference"),
                row.getString("sentence"),
                took == null ? null : Duration.ofMillis(took.longValue()),
                row.getString("result"));
    }
}
