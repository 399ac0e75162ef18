package io.nordwand.history;

import io.nordwand.database.StorableText;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jobs in the database. */
final class JobColumns {

    /** The table of jobs. */
    static final Kept<JobRecord> TABLE = new Kept<>(
            "job",
            record -> key(record.id()),
            "given_id",
            Column.joined(List.of(
                    List.of(
                            new Column<>(
                                    "given_id",
                                    record -> StorableText.of(record.id().value())),
                            new Column<>("state", record -> StorableText.of(record.state())),
                            new Column<>("state_key", record -> Rows.word(record.state())),
                            new Column<>("source", record -> StorableText.of(record.source())),
                            new Column<>("source_key", record -> Rows.word(record.source())),
                            Column.of("printer", JobRecord::printer, JobColumns::key),
                            Column.of("given_printer", JobRecord::printer, id -> StorableText.of(id.value())),
                            new Column<>("printer_name", record -> StorableText.of(record.printerName())),
                            new Column<>("queued_at", record -> Column.time(record.queuedAt())),
                            new Column<>("created_at", record -> Column.time(record.createdAt())),
                            new Column<>("started_at", record -> Column.time(record.startedAt())),
                            new Column<>("updated_at", record -> Column.time(record.updatedAt())),
                            new Column<>("ended_at", record -> Column.time(record.endedAt())),
                            new Column<>(
                                    "sort_at",
                                    record -> Rows.sortTime(
                                            record.startedAt(),
                                            record.createdAt(),
                                            record.queuedAt(),
                                            record.updatedAt(),
                                            record.endedAt())),
                            Column.of(
                                    "build",
                                    JobRecord::build,
                                    held -> BuildColumns.key(held.build().id()))),
                    person("initiator", JobRecord::initiator),
                    person("requester", JobRecord::requester),
                    BuildColumns.of(JobRecord::build))),
            List.of(
                    new Kept.Label<>("title_label", JobColumns::title),
                    new Kept.Label<>("printer_label", JobRecord::printerName),
                    new Kept.Label<>("initiator_label", record -> name(record.initiator())),
                    new Kept.Label<>("requester_label", record -> name(record.requester()))));

    private JobColumns() {}

    /** The id by which jobs are compared. */
    static String key(JobId id) {
        return Objects.requireNonNull(StorableText.of(id.value())).toLowerCase(Locale.ROOT);
    }

    /** The id by which printers are compared. */
    static String key(PrinterId id) {
        return Objects.requireNonNull(StorableText.of(id.value())).toLowerCase(Locale.ROOT);
    }

    private static List<Column<JobRecord>> person(String role, Function<JobRecord, @Nullable PersonRecord> of) {
        return List.of(
                Column.of(role + "_id", of, person -> StorableText.of(person.id())),
                Column.of(role + "_name", of, person -> StorableText.of(person.name())),
                Column.of(role + "_email", of, person -> StorableText.of(person.email())));
    }

    private static @Nullable String title(JobRecord record) {
        BuildRecord held = record.build();
        return held == null ? null : held.build().title();
    }

    private static @Nullable String name(@Nullable PersonRecord person) {
        return person == null ? null : person.name();
    }

    /** The job in a row. */
    static JobRecord read(ResultSet row) throws SQLException {
        String printer = row.getString("given_printer");
        return new JobRecord(
                new JobId(row.getString("given_id")),
                BuildColumns.read(row),
                printer == null ? null : new PrinterId(printer),
                row.getString("printer_name"),
                row.getString("state"),
                row.getString("source"),
                person(row, "initiator"),
                person(row, "requester"),
                Rows.instant(row, "queued_at"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "updated_at"),
                Rows.instant(row, "ended_at"));
    }

    private static @Nullable PersonRecord person(ResultSet row, String role) throws SQLException {
        String id = row.getString(role + "_id");
        String name = row.getString(role + "_name");
        String email = row.getString(role + "_email");
        return id == null && name == null && email == null ? null : new PersonRecord(id, name, email);
    }
}
