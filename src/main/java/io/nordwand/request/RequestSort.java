package io.nordwand.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How requests are sorted. Ties stay in the order in which they take their places. */
enum RequestSort {
    /** What would be too late first. */
    RISK,
    /** By due day, those without one last. */
    DUE,
    /** What waits longest first. */
    AGE;

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestSort from(@Nullable String key) {
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElse(RISK);
    }

    Comparator<Line> comparator() {
        return switch (this) {
            case RISK ->
                Comparator.<Line, Risk.Kind>comparing(line -> line.risk().kind())
                        .thenComparing(line -> line.risk().late(), Comparator.nullsLast(Comparator.reverseOrder()));
            case DUE -> Comparator.comparing(Line::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
            case AGE ->
                Comparator.<Line, Instant>comparing(Line::createdAt, Comparator.nullsLast(Comparator.naturalOrder()));
        };
    }
}
