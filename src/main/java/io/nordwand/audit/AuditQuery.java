package io.nordwand.audit;

import io.nordwand.web.Params;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the log for, as it stands in the URL. Words that mean nothing are left out.
 *
 * @param q part of a build's title, of an account's name, or a whole id or reference; may be blank
 * @param person user name, or blank
 * @param printer id of a printer, or blank
 * @param operation key of an operation, or blank
 * @param ending how it ended, or null for all
 * @param from first day, or null
 * @param to last day, or null
 * @param action id of an action, or blank
 * @param before only what is older than the deed of this number; null for the newest
 */
record AuditQuery(
        String q,
        String person,
        String printer,
        String operation,
        @Nullable Ending ending,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String action,
        @Nullable Long before) {

    /** Everything. */
    static final AuditQuery ALL = new AuditQuery("", "", "", "", null, null, null, "", null);

    static AuditQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        return new AuditQuery(
                params.text("q"),
                params.text("person"),
                params.text("printer"),
                params.text("operation"),
                Ending.from(params.text("outcome")).orElse(null),
                params.day("from"),
                params.day("to"),
                params.text("action"),
                params.number("before"));
    }

    /** Whether anything is left out of the log, apart from what is on other pages. */
    boolean filtered() {
        return !before(null).equals(ALL);
    }

    AuditQuery before(@Nullable Long deed) {
        return new AuditQuery(q, person, printer, operation, ending, from, to, action, deed);
    }

    /** The same, with one of its parameters gone, on the newest page. */
    AuditQuery without(String name) {
        return new AuditQuery(
                name.equals("q") ? "" : q,
                name.equals("person") ? "" : person,
                name.equals("printer") ? "" : printer,
                name.equals("operation") ? "" : operation,
                name.equals("outcome") ? null : ending,
                name.equals("from") ? null : from,
                name.equals("to") ? null : to,
                name.equals("action") ? "" : action,
                null);
    }

    String href() {
        return Params.href("/audit", encoded());
    }

    /** The query part of the URL, without a question mark; blank for everything. */
    String encoded() {
        return Params.encoded(Stream.of(
                Map.entry("q", q),
                Map.entry("person", person),
                Map.entry("printer", printer),
                Map.entry("operation", operation),
                Map.entry("outcome", ending == null ? "" : ending.key()),
                Map.entry("from", from == null ? "" : from.toString()),
                Map.entry("to", to == null ? "" : to.toString()),
                Map.entry("action", action),
                Map.entry("before", before == null ? "" : before.toString())));
    }
}
