package io.nordwand.request;

import io.nordwand.web.Params;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the page for, as it stands in the URL. Words that mean nothing are left out.
 *
 * @param q part of a build's title, a person's name or a note; may be blank
 * @param mine only what the viewer asked for here
 * @param late only what would be too late
 * @param undated only what has no due day
 * @param sort order
 * @param page page of the list, from 1
 */
record RequestQuery(String q, boolean mine, boolean late, boolean undated, RequestSort sort, int page) {

    /** Everything. */
    static final RequestQuery ALL = new RequestQuery("", false, false, false, RequestSort.RISK, 1);

    static RequestQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        return new RequestQuery(
                params.text("q"),
                params.on("mine"),
                params.on("late"),
                params.on("undated"),
                RequestSort.from(params.text("sort")),
                params.page("page"));
    }

    /** Whether anything is left out of the list, apart from what is on other pages. */
    boolean filtered() {
        return mine || late || undated || !q.isEmpty();
    }

    boolean admits(Line line, @Nullable String viewer) {
        return (!mine || line.isOf(viewer))
                && (!late || line.risk().kind() == Risk.Kind.LATE)
                && (!undated || line.dueOn() == null)
                && (q.isEmpty() || line.text().answers(q));
    }

    /** The same, with one of its filters gone, on the first page. */
    RequestQuery without(String name) {
        return new RequestQuery(
                name.equals("q") ? "" : q,
                mine && !name.equals("mine"),
                late && !name.equals("late"),
                undated && !name.equals("undated"),
                sort,
                1);
    }

    /** The same on that page. */
    RequestQuery page(int other) {
        return new RequestQuery(q, mine, late, undated, sort, other);
    }

    /** The same in that order. */
    RequestQuery sorted(RequestSort other) {
        return new RequestQuery(q, mine, late, undated, other, 1);
    }

    /** The same without filters. */
    RequestQuery unfiltered() {
        return new RequestQuery("", false, false, false, sort, 1);
    }

    String href() {
        return Params.href("/requests", encoded());
    }

    /** The query part of the URL, without a question mark; blank for everything. */
    String encoded() {
        return Params.encoded(Stream.of(
                Map.entry("q", q),
                Map.entry("mine", mine ? "1" : ""),
                Map.entry("late", late ? "1" : ""),
                Map.entry("undated", undated ? "1" : ""),
                Map.entry("sort", sort == RequestSort.RISK ? "" : sort.key()),
                Map.entry("page", page == 1 ? "" : String.valueOf(page))));
    }
}
