package io.nordwand.audit;

import io.nordwand.web.Paths;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One deed as the page shows it.
 *
 * @param id number of the deed, the newest is the highest
 * @param at when it was stored, which was before it was done
 * @param deed what was to be done
 * @param result how it stands
 * @param outcome the outcome that counts, or null without one
 * @param settledAt when that outcome was stored, or null
 */
public record AuditRow(
        long id,
        Instant at,
        Deed deed,
        Result result,
        @Nullable Outcome outcome,
        @Nullable Instant settledAt) {

    /** Operations of which is kept what was so before. */
    private static final Set<String> KEEPS = Set.of("approve", "approvals-off");

    /** Id of its element. */
    public String elementId() {
        return "deed-" + id;
    }

    /** First letters for the avatar. */
    public String initials() {
        String name = deed.actor().name();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length()))))
                .toUpperCase(Locale.ROOT);
    }

    /** Where it was to be done: the printer, or else what it is about. */
    public String place() {
        return deed.printer() == null ? deed.subject() : printer();
    }

    private String printer() {
        return deed.printerName().isBlank()
                ? Objects.requireNonNull(deed.printer()).value()
                : deed.printerName();
    }

    /** Page of the printer, or null. */
    public @Nullable String href() {
        return deed.printer() == null ? null : Paths.printer(deed.printer());
    }

    /** Page with what the deed replaced, or null when it replaced nothing that is kept. */
    public @Nullable String formerHref() {
        return KEEPS.contains(deed.operation()) ? "/approvals/sets/" + Paths.segment(deed.action()) : null;
    }

    /** All deeds of the same action. */
    public String actionHref() {
        return "/audit?action=" + Paths.segment(deed.action());
    }

    /** What it is about where the place does not say so; may be blank. */
    public String subject() {
        return deed.printer() == null ? "" : deed.subject();
    }

    /** What was said about the outcome; may be blank. */
    public String sentence() {
        return outcome == null ? "" : outcome.sentence();
    }

    /** Duration as "1.2 s", or null. */
    public @Nullable String took() {
        return outcome == null || outcome.took() == null
                ? null
                : String.format(Locale.ROOT, "%.1f s", outcome.took().toMillis() / 1000.0);
    }
}
