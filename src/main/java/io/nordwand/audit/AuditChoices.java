package io.nordwand.audit;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What occurs in the log and can be chosen from.
 *
 * @param persons user names
 * @param printers by their latest name
 * @param operations keys
 */
public record AuditChoices(List<String> persons, List<Printer> printers, List<String> operations) {

    /** For a log that can't be read. */
    static final AuditChoices NONE = new AuditChoices(List.of(), List.of(), List.of());

    /** A printer by its id and its name in its last deed. */
    public record Printer(String id, String name) {}

    static AuditChoices read(JdbcClient jdbc) {
        return new AuditChoices(
                jdbc.sql("select distinct actor from audit_deed order by actor")
                        .query(String.class)
                        .list(),
                jdbc.sql("""
                        select printer as id, printer_name as name from audit_deed
                        where id in (select max(id) from audit_deed where printer is not null group by printer)
                        order by printer_name, printer""").query(Printer.class).list(),
                jdbc.sql("select distinct operation from audit_deed order by operation")
                        .query(String.class)
                        .list());
    }

    /** These, and what was chosen although it does not occur, so that the form still shows it. */
    AuditChoices with(AuditQuery query) {
        List<String> ids = printers.stream().map(Printer::id).toList();
        Stream<Printer> missing =
                ids.contains(query.printer()) || query.printer().isEmpty()
                        ? Stream.of()
                        : Stream.of(new Printer(query.printer(), ""));
        return new AuditChoices(
                with(persons, query.person()),
                Stream.concat(printers.stream(), missing).toList(),
                with(operations, query.operation()));
    }

    private static List<String> with(List<String> values, String chosen) {
        return chosen.isEmpty() || values.contains(chosen)
                ? values
                : Stream.concat(values.stream(), Stream.of(chosen)).toList();
    }

    /** Name of a printer, or its id when it never had one. */
    String printer(String id) {
        return printers.stream()
                .filter(printer -> printer.id().equals(id) && !printer.name().isBlank())
                .map(Printer::name)
                .findFirst()
                .orElse(id);
    }
}
