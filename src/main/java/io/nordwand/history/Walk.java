package io.nordwand.history;

import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a list page by page. Where the list is sorted by the time that it is asked for, the next page begins at the
 * last time seen instead of at a number: what changes meanwhile then moves nothing past the reader (field note 18). Where
 * that order turns out not to be kept, all is read from the beginning by numbers: what was skipped would be missed.
 */
final class Walk<T> {

    private final Listed<T> listed;
    private final Span whole;
    private final Set<String> seen = new HashSet<>();
    private Span span;
    private int page;
    private @Nullable Instant latest;
    private int dull;
    private boolean blind;
    private boolean unsorted;
    private boolean ended;

    /** @param page first page to read, from 1 */
    Walk(Listed<T> listed, Span span, int page) {
        this.listed = listed;
        this.whole = span;
        this.span = span;
        this.page = page;
    }

    Span span() {
        return span;
    }

    int page() {
        return page;
    }

    /** Takes in the page that was read. */
    void take(Leaf<T> leaf) {
        boolean news = false;
        boolean sorted = true;
        Instant before = null;
        Instant last = null;
        for (T record : leaf.items()) {
            news |= seen.add(listed.kept().id().apply(record));
            Instant at = listed.updated().apply(record);
            if (at != null) {
                blind |= span.by() == Span.By.UPDATED
                        && span.from() != null
                        && at.isBefore(span.from().minusSeconds(1));
                sorted &= before == null || !at.isBefore(before.minusSeconds(1));
                before = at;
                last = last == null || at.isAfter(last) ? at : last;
            }
        }
        latest = latest == null || (last != null && last.isAfter(latest)) ? last : latest;
        dull = news ? 0 : dull + 1;
        // Two pages that tell nothing new are the end, whatever Eiger says of more: it would go on for ever. One can be
        // what more than a page of records that changed within one second look like.
        ended = !leaf.more() || dull > 1 || blind;
        if (!sorted && !unsorted && !span.equals(whole)) {
            unsorted = true;
            again();
            return;
        }
        unsorted |= !sorted;
        turn(last);
    }

    /** From the beginning. */
    private void again() {
        ended = blind;
        seen.clear();
        dull = 0;
        span = whole;
        page = 1;
    }

    private void turn(@Nullable Instant last) {
        Instant from = span.from();
        if (listed.byUpdate() && !unsorted && span.by() == Span.By.UPDATED && last != null && from != null) {
            Instant next = last.truncatedTo(ChronoUnit.SECONDS);
            if (next.isAfter(from.plusSeconds(1))) {
                span = new Span(Span.By.UPDATED, next);
                page = 1;
                return;
            }
        }
        page++;
    }

    /** Whether there is nothing more to read. */
    boolean ended() {
        return ended;
    }

    /** Whether Eiger gave what was not asked for, so that what it left out says nothing either. */
    boolean blind() {
        return blind;
    }

    /** The latest change seen, by Eiger's clock, or null. */
    @Nullable
    Instant latest() {
        return latest;
    }

    /** Ids of all records seen. */
    Set<String> seen() {
        return seen;
    }
}
