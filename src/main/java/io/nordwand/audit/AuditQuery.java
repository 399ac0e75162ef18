package io.nordwand.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
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

    private static final int LONGEST_TEXT = 200;
    /** Beyond the years that a database knows. */
    private static final int LAST_YEAR = 9999;

    static AuditQuery from(MultiValueMap<String, String> params) {
        return new AuditQuery(
                text(params, "q"),
                text(params, "person"),
                text(params, "printer"),
                text(params, "operation"),
                Ending.from(text(params, "outcome")).orElse(null),
                day(text(params, "from")),
                day(text(params, "to")),
                text(params, "action"),
                number(text(params, "before")));
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        String value = params.getFirst(name);
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable Long number(String text) {
        try {
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
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
        String query = encoded();
        return "/audit" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The query part of the URL, without a question mark; blank for everything. */
    String encoded() {
        return Stream.of(
                        Map.entry("q", q),
                        Map.entry("person", person),
                        Map.entry("printer", printer),
                        Map.entry("operation", operation),
                        Map.entry("outcome", ending == null ? "" : ending.key()),
                        Map.entry("from", from == null ? "" : from.toString()),
                        Map.entry("to", to == null ? "" : to.toString()),
                        Map.entry("action", action),
                        Map.entry("before", before == null ? "" : before.toString()))
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
