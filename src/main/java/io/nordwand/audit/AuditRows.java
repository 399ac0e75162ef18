package io.nordwand.audit;

import io.nordwand.database.StorableText;
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
                .param("action", StorableText.of(deed.action()))
                .param("actor", StorableText.of(deed.actor().name()))
                .param("role", StorableText.of(deed.actor().role()))
                .param("address", StorableText.of(deed.actor().address()))
                .param("operation", StorableText.of(deed.operation()))
                .param(
                        "printer",
                        deed.printer() == null
                                ? null
                                : StorableText.of(deed.printer().value()))
                .param("printerName", StorableText.of(deed.printerName()))
                .param(
                        "build",
                        deed.build() == null
                                ? null
                                : StorableText.of(deed.build().value()))
                .param("subject", StorableText.of(deed.subject()))
                .param(
                        "entry",
                        deed.entry() == null
                                ? null
                                : StorableText.of(deed.entry().value()))
                .param("seen", StorableText.of(deed.seen()))
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
                .param("reference", StorableText.of(outcome.reference()))
                .param("sentence", StorableText.of(outcome.sentence()))
                .param("took", outcome.took() == null ? null : outcome.took().toMillis())
                .param("result", StorableText.of(outcome.result()))
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
}
