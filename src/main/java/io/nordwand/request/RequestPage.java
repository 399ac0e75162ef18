package io.nordwand.request;

import io.nordwand.history.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page for one viewer's query at one moment.
 *
 * @param query what was asked for
 * @param person account of the viewer
 * @param revision changes whenever something that is shown does
 * @param phase what there is to show
 * @param items the lines of this page, with headings of their groups
 * @param total how many are on the backlog
 * @param late how many of them would be too late
 * @param found how many the filters admit
 * @param more whether there are more than are read
 * @param farmRead whether the farm was ever read
 * @param own what the viewer asked for that is not on the backlog; empty unless they ask for their own
 * @param progress how far the copy of Eiger's list is
 */
record RequestPage(
        RequestQuery query,
        String person,
        long revision,
        Phase phase,
        List<Item> items,
        int total,
        long late,
        int found,
        boolean more,
        boolean farmRead,
        List<Own> own,
        Progress progress) {
    RequestPage {
        items = List.copyOf(items);
        own = List.copyOf(own);
    }

    /** Lines on a page. */
    static final int SIZE = 100;

    /** What there is to show. */
    public enum Phase {
        /** The list was not read to its end yet, and nothing of it is here. */
        READING,
        /** Nothing waits. */
        EMPTY,
        /** Nothing of what waits fits. */
        NO_MATCH,
        /** Lines. */
        LIST,
        /** The database does not answer. */
        DOWN
    }

    /** A line, or the heading of those that follow: its key and how many they are. */
    public record Item(@Nullable Line line, String heading, int count) {

        /** Id of its row. */
        public String elementId() {
            return line == null ? "requests-" + heading : line.elementId();
        }
    }

    /** A filter that is on: the key of its text, what the text names, and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** A way to sort: its key, its page, and whether it is the current one. */
    public record Order(String key, String href, boolean current) {}

    static RequestPage of(RequestQuery query, String person, Board board, List<Own> own, Progress progress) {
        List<Line> found = board.lines().stream()
                .filter(line -> query.admits(line, person))
                .sorted(query.sort().comparator())
                .toList();
        int from = Math.min((query.page() - 1) * SIZE, found.size());
        List<Line> shown = found.subList(from, Math.min(from + SIZE, found.size()));
        return new RequestPage(
                query,
                person,
                31 * board.revision() + own.hashCode(),
                phase(query, board, shown, progress),
                items(query, found, shown),
                board.lines().size(),
                board.late(),
                found.size(),
                board.more(),
                board.farmRead(),
                own,
                progress);
    }

    static RequestPage down(RequestQuery query, String person, Progress progress) {
        return new RequestPage(query, person, 0, Phase.DOWN, List.of(), 0, 0, 0, false, true, List.of(), progress);
    }

    private static Phase phase(RequestQuery query, Board board, List<Line> shown, Progress progress) {
        if (!shown.isEmpty()) {
            return Phase.LIST;
        }
        if (!board.lines().isEmpty() || query.filtered()) {
            return Phase.NO_MATCH;
        }
        return progress.whole() ? Phase.EMPTY : Phase.READING;
    }

    private static List<Item> items(RequestQuery query, List<Line> found, List<Line> shown) {
        List<Item> items = new ArrayList<>();
        String heading = "";
        for (Line line : shown) {
            String group = line.risk().kind().group();
            if (query.sort() == RequestSort.RISK && !group.equals(heading)) {
                heading = group;
                items.add(new Item(null, group, (int) found.stream()
                        .filter(other -> other.risk().kind().group().equals(group))
                        .count()));
            }
            items.add(new Item(line, "", 1));
        }
        return items;
    }

    /** Where its live stream is: the same query, and what this page shows already. */
    public String streamUrl() {
        String asked = query.encoded();
        return "/requests/events?" + (asked.isEmpty() ? "" : asked + "&") + "rev=" + revision;
    }

    /** Filters that are on. */
    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        chip(chips, "q", query.q(), !query.q().isEmpty());
        chip(chips, "mine", "", query.mine());
        chip(chips, "late", "", query.late());
        chip(chips, "undated", "", query.undated());
        return chips;
    }

    private void chip(List<Chip> chips, String key, String argument, boolean on) {
        if (on) {
            chips.add(new Chip(key, argument, query.without(key).href()));
        }
    }

    /** Ways to sort. */
    public List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (RequestSort sort : RequestSort.values()) {
            orders.add(new Order(sort.key(), query.sorted(sort).href(), sort == query.sort()));
        }
        return orders;
    }

    /** The page without filters. */
    public String clearHref() {
        return query.unfiltered().href();
    }

    /** The page before this one, or null. */
    public @Nullable String previousHref() {
        return query.page() > 1
                ? query.page(Math.min(query.page() - 1, pages())).href()
                : null;
    }

    /** The page after this one, or null. */
    public @Nullable String nextHref() {
        return query.page() < pages() ? query.page(query.page() + 1).href() : null;
    }

    private int pages() {
        return Math.max(1, (found + SIZE - 1) / SIZE);
    }

    /** What stands above the list differs. */
    boolean sumsLike(RequestPage other) {
        return total == other.total && late == other.late && found == other.found && more == other.more;
    }

    /** Whether the ways to other pages are the same. */
    boolean pagesLike(RequestPage other) {
        return Objects.equals(previousHref(), other.previousHref()) && Objects.equals(nextHref(), other.nextHref());
    }
}
