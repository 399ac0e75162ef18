package io.nordwand.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page for one query at one moment.
 *
 * @param query what was asked for
 * @param phase what there is to show
 * @param rows the deeds, newest first
 * @param more whether there are older ones
 * @param choices what can be chosen from
 */
public record AuditPage(AuditQuery query, Phase phase, List<AuditRow> rows, boolean more, AuditChoices choices) {

    /** Deeds on a page. */
    static final int SIZE = 100;

    /** What there is to show. */
    public enum Phase {
        /** Deeds. */
        LIST,
        /** Nothing was done yet. */
        EMPTY,
        /** Nothing of what was done fits. */
        NO_MATCH,
        /** The log can't be read. */
        DOWN
    }

    /** A filter that is on: the key of its text, what the text names, and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** A page of the deeds read, which may be one more than fit on it. */
    static AuditPage of(AuditQuery query, List<AuditRow> rows, int most, AuditChoices choices) {
        boolean more = rows.size() > most;
        Phase phase = !rows.isEmpty() ? Phase.LIST : query.equals(AuditQuery.ALL) ? Phase.EMPTY : Phase.NO_MATCH;
        return new AuditPage(query, phase, more ? rows.subList(0, most) : rows, more, choices.with(query));
    }

    static AuditPage down(AuditQuery query) {
        return new AuditPage(query, Phase.DOWN, List.of(), false, AuditChoices.NONE.with(query));
    }

    /** Changes whenever something that is shown changes. */
    String revision() {
        List<Object> seen = new ArrayList<>();
        rows.forEach(row -> {
            seen.add(row.id());
            seen.add(row.settledAt() == null ? "" : row.settledAt());
            seen.add(row.result().key());
        });
        return phase.name().charAt(0) + Integer.toHexString(seen.hashCode());
    }

    /** Number of the oldest deed on it, or 0. */
    long oldest() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).id();
    }

    /** Where its live stream is: the same query, and what this page shows already. */
    public String streamUrl() {
        return url("/audit/events", "oldest=" + oldest() + "&rev=" + revision());
    }

    /** The same deeds, and all older ones, as a table for spreadsheets. */
    public String csvHref() {
        String asked = query.before(null).encoded();
        return "/audit.csv" + (asked.isEmpty() ? "" : "?" + asked);
    }

    private String url(String path, String more) {
        String asked = query.encoded();
        return path + "?" + (asked.isEmpty() ? "" : asked + "&") + more;
    }

    /** The next older page, or null. */
    public @Nullable String olderHref() {
        return more ? query.before(oldest()).href() : null;
    }

    /** The newest page, or null on it. */
    public @Nullable String newestHref() {
        return query.before() == null ? null : query.before(null).href();
    }

    /** The log without any filter. */
    public String clearHref() {
        return AuditQuery.ALL.href();
    }

    /** Filters that are on. */
    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        chip(chips, "q", query.q());
        chip(chips, "person", query.person());
        chip(chips, "printer", choices.printer(query.printer()));
        chip(chips, "operation", query.operation());
        chip(chips, "outcome", query.ending() == null ? "" : query.ending().key());
        chip(chips, "from", Objects.toString(query.from(), ""));
        chip(chips, "to", Objects.toString(query.to(), ""));
        chip(chips, "action", query.action());
        return chips;
    }

    private void chip(List<Chip> chips, String name, String value) {
        if (!value.isEmpty()) {
            chips.add(new Chip(name, value, query.without(name).href()));
        }
    }

    /** Values that can be asked for. */
    public List<Ending> endings() {
        return List.of(Ending.values());
    }

    /** Text of the search field. */
    public String q() {
        return query.q();
    }

    /** Person chosen, or blank. */
    public String person() {
        return query.person();
    }

    /** Id of the printer chosen, or blank. */
    public String printer() {
        return query.printer();
    }

    /** Operation chosen, or blank. */
    public String operation() {
        return query.operation();
    }

    /** Key of the outcome chosen, or blank. */
    public String outcome() {
        return query.ending() == null ? "" : query.ending().key();
    }

    /** First day, or blank. */
    public String from() {
        return Objects.toString(query.from(), "");
    }

    /** Last day, or blank. */
    public String to() {
        return Objects.toString(query.to(), "");
    }

    /** Action chosen, or blank; the form carries it along. */
    public String action() {
        return query.action();
    }
}
