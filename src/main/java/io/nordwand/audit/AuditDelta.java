package io.nordwand.audit;

import io.nordwand.web.LiveStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What makes one list of deeds into another, as partials for htmx. Their order never changes, so what is new is put in
 * runs after something that stays; htmx looks up all places before it changes anything.
 */
final class AuditDelta {

    private static final String START = "afterbegin #audit-rows";

    private final StringBuilder partials = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private String anchor = START;

    private AuditDelta() {}

    static String between(List<AuditRow> before, List<AuditRow> after, Function<AuditRow, String> html) {
        return new AuditDelta().partials(before, after, html);
    }

    private String partials(List<AuditRow> before, List<AuditRow> after, Function<AuditRow, String> html) {
        Map<Long, AuditRow> shown = byId(before);
        Map<Long, AuditRow> current = byId(after);
        before.stream()
                .filter(row -> !current.containsKey(row.id()))
                .forEach(row -> add("delete #" + row.elementId(), ""));
        for (AuditRow row : after) {
            AuditRow old = shown.get(row.id());
            if (old == null) {
                run.append(html.apply(row));
                continue;
            }
            flush();
            anchor = "afterend #" + row.elementId();
            if (!old.equals(row)) {
                add("outerMorph #" + row.elementId(), html.apply(row));
            }
        }
        flush();
        return partials.toString();
    }

    private static Map<Long, AuditRow> byId(List<AuditRow> rows) {
        return rows.stream().collect(Collectors.toMap(AuditRow::id, Function.identity()));
    }

    private void flush() {
        if (!run.isEmpty()) {
            add(anchor, run.toString());
            run.setLength(0);
        }
    }

    /** Adds a partial at a place, "swap target". */
    private void add(String place, String content) {
        String[] parts = place.split(" ", 2);
        partials.append(LiveStream.partial(parts[1], parts[0], content));
    }
}
