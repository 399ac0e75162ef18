package io.nordwand.approval;

import io.nordwand.history.ApprovableBuilds.Show;
import io.nordwand.history.ApprovalState;
import io.nordwand.history.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list for one query at one moment.
 *
 * @param query what was asked for
 * @param state the approved set as last read
 * @param progress how old the copy of the builds is
 * @param rows the builds, newest first
 * @param count how many there are on all pages; negative when they can't be read
 * @param draft what was ticked so far
 */
public record ApprovalPage(
        ApprovalQuery query, ApprovalState state, Progress progress, List<ApprovalRow> rows, long count, Draft draft) {

    /** Builds on a page. */
    static final int SIZE = 50;

    /** Whether the builds can't be read. */
    public boolean down() {
        return count < 0;
    }

    /** Number of pages. */
    public int pages() {
        return (int) Math.max(1, (count + SIZE - 1) / SIZE);
    }

    /** Number of the first build on this page. */
    public long first() {
        return rows.isEmpty() ? 0 : (query.page() - 1L) * SIZE + 1;
    }

    /** Number of the last build on this page. */
    public long last() {
        return first() == 0 ? 0 : Math.min(count, query.page() * (long) SIZE);
    }

    /** The page before, or null. */
    public @Nullable String previousHref() {
        return query.page() > 1
                ? query.page(Math.min(query.page() - 1, pages())).href()
                : null;
    }

    /** The page after, or null. */
    public @Nullable String nextHref() {
        return query.page() < pages() ? query.page(query.page() + 1).href() : null;
    }

    /** This page. */
    public String href() {
        return query.href();
    }

    /** Text of the search field. */
    public String q() {
        return query.q();
    }

    /** Key of what is shown. */
    public String show() {
        return ApprovalQuery.key(query.show());
    }

    /** Keys of what can be shown. */
    public List<String> shows() {
        return List.of(
                ApprovalQuery.key(Show.ALL), ApprovalQuery.key(Show.APPROVED), ApprovalQuery.key(Show.NOT_APPROVED));
    }

    /** Whether anything is left out. */
    public boolean filtered() {
        return query.filtered();
    }

    /** How many shall be approved that are not. */
    public long gains() {
        return draft.gains();
    }

    /** How many shall not be approved that are. */
    public long losses() {
        return draft.losses();
    }

    /** Whether the set is known, so that it can be changed. */
    public boolean known() {
        return state.set() != null;
    }
}
