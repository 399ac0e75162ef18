package io.nordwand.audit;

import io.nordwand.web.Csv;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes deeds as comma-separated values for spreadsheets. */
@Component
class AuditCsv {

    /** The names of the columns. */
    static final String HEAD = Csv.head(
            "number",
            "time_utc",
            "time_local",
            "person",
            "role",
            "address",
            "operation",
            "printer",
            "printer_id",
            "subject",
            "build_id",
            "entry_id",
            "seen",
            "outcome",
            "outcome_time_utc",
            "status",
            "reference",
            "sentence",
            "took_ms",
            "result_id",
            "action_id");

    private final Csv csv;

    AuditCsv(Csv csv) {
        this.csv = csv;
    }

    String lines(List<AuditRow> rows) {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(AuditRow row) {
        Deed deed = row.deed();
        Outcome outcome = row.outcome();
        return Csv.line(Stream.of(
                row.id(),
                Csv.utc(row.at()),
                csv.local(row.at()),
                deed.actor().name(),
                deed.actor().role(),
                deed.actor().address(),
                deed.operation(),
                deed.printerName(),
                deed.printer() == null ? "" : deed.printer().value(),
                deed.subject(),
                deed.build() == null ? "" : deed.build().value(),
                deed.entry() == null ? "" : deed.entry().value(),
                deed.seen(),
                row.result().key(),
                Csv.utc(row.settledAt()),
                outcome == null ? "" : Objects.toString(outcome.status(), ""),
                outcome == null ? "" : Objects.toString(outcome.reference(), ""),
                outcome == null ? "" : outcome.sentence(),
                outcome == null ? "" : millis(outcome.took()),
                outcome == null ? "" : Objects.toString(outcome.result(), ""),
                deed.action()));
    }

    private static String millis(@Nullable Duration took) {
        return took == null ? "" : String.valueOf(took.toMillis());
    }
}
