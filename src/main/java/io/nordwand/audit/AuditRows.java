package io.nordwand.audit;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The statements that write the audit log, and the one that finds what is open. Only {@code insert}, ever. */
final class AuditRows {

    private AuditRows() {}

    static DeedId insert(JdbcClient jdbc, Instant at, Deed deed) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_deed (stored_at, action, actor, role, address, operation, printer, printer_name,
                            build, subject, entry, seen)
                        values (:at, :action, :actor, :role, :address, :operation, :printer, :printerName,
                            :build, :subject, :entry, :seen)""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("action", plain(deed.action()))
                .param("actor", plain(deed.actor().name()))
                .param("role", plain(deed.actor().role()))
                .param("address", plain(deed.actor().address()))
                .param("operation", plain(deed.operation()))
                .param(
                        "printer",
                        deed.printer() == null ? null : plain(deed.printer().value()))
                .param("printerName", plain(deed.printerName()))
                .param("build", deed.build() == null ? null : plain(deed.build().value()))
                .param("subject", plain(deed.subject()))
                .param("entry", deed.entry() == null ? null : plain(deed.entry().value()))
                .param("seen", plain(deed.seen()))
                .update(key, "id");
        return new DeedId(Objects.requireNonNull(key.getKey()).longValue());
    }

    static void insert(JdbcClient jdbc, Instant at, DeedId deed, Outcome outcome) {
        jdbc.sql("""
                        insert into audit_outcome (deed, stored_at, kind, status, reference, sentence, took_millis, result)
                        values (:deed, :at, :kind, :status, :reference, :sentence, :took, :result)""")
                .param("deed", deed.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", outcome.kind().key())
                .param("status", outcome.status())
                .param("reference", plain(outcome.reference()))
                .param("sentence", plain(outcome.sentence()))
                .param("took", outcome.took() == null ? null : outcome.took().toMillis())
                .param("result", plain(outcome.result()))
                .update();
    }

    /** One pass over the index by deed, however long the log: a deed is open that has no outcome, or only "unknown". */
    static List<OpenDeed> open(JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.* from audit_deed d
                        left join audit_outcome o on o.deed = d.id and o.kind <> 'unknown'
                        where o.id is null
                        order by d.id""").query(AuditRows::openDeed).list();
    }

    private static OpenDeed openDeed(ResultSet row, int number) throws SQLException {
        return new OpenDeed(new DeedId(row.getLong("id")), instant(row, "stored_at"), deed(row));
    }

    static Deed deed(ResultSet row) throws SQLException {
        String printer = row.getString("printer");
        String build = row.getString("build");
        String entry = row.getString("entry");
        return new Deed(
                row.getString("action"),
                new Actor(row.getString("actor"), row.getString("role"), row.getString("address")),
                row.getString("operation"),
                printer == null ? null : new PrinterId(printer),
                row.getString("printer_name"),
                build == null ? null : new BuildId(build),
                row.getString("subject"),
                entry == null ? null : new EntryId(entry),
                row.getString("seen"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Without what PostgreSQL can't store: NUL and halves of characters, which only a broken sender would write. */
    private static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean odd = text.codePoints().anyMatch(AuditRows::unstorable);
        return odd
                ? text.codePoints()
                        .map(c -> unstorable(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean unstorable(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
