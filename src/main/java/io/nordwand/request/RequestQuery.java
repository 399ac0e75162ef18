package io.nordwand.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private static final int LONGEST_TEXT = 200;

    static RequestQuery from(MultiValueMap<String, String> params) {
        String q = params.getFirst("q");
        String text = q == null ? "" : q.replace("\0", "").strip();
        return new RequestQuery(
                text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                on(params, "mine"),
                on(params, "late"),
                on(params, "undated"),
                RequestSort.from(params.getFirst("sort")),
                number(params.getFirst("page")));
    }

    private static boolean on(MultiValueMap<String, String> params, String name) {
        return "1".equals(params.getFirst(name));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
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
        String query = encoded();
        return "/requests" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The query part of the URL, without a question mark; blank for everything. */
    String encoded() {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }
        add(parts, "mine", mine);
        add(parts, "late", late);
        add(parts, "undated", undated);
        if (sort != RequestSort.RISK) {
            parts.add("sort=" + sort.key());
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, boolean on) {
        if (on) {
            parts.add(name + "=1");
        }
    }
}
