package io.nordwand.audit;

import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes deeds as comma-separated values for spreadsheets. */
@Component
class AuditCsv {

    /** What makes a spreadsheet take a cell for a formula, also behind white space. */
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    /** The mark by which spreadsheets know UTF-8, and the names of the columns. */
    static final String HEAD = "\uFEFF"
            + line(Stream.of(
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
                    "action_id"));

    private final DateTimeFormatter local;

    AuditCsv(WebProperties web) {
        ZoneId zone = web.zoneOrDefault();
        this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(zone);
    }

    String lines(List<AuditRow> rows) {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(AuditRow row) {
        Deed deed = row.deed();
        Outcome outcome = row.outcome();
        return line(Stream.of(
                row.id(),
                utc(row.at()),
                local.format(row.at()),
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
                utc(row.settledAt()),
                outcome == null ? "" : Objects.toString(outcome.status(), ""),
                outcome == null ? "" : Objects.toString(outcome.reference(), ""),
                outcome == null ? "" : outcome.sentence(),
                outcome == null ? "" : millis(outcome.took()),
                outcome == null ? "" : Objects.toString(outcome.result(), ""),
                deed.action()));
    }

    private static String line(Stream<?> cells) {
        return cells.map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value.toString();
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static String utc(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String millis(@Nullable Duration took) {
        return took == null ? "" : String.valueOf(took.toMillis());
    }
}
