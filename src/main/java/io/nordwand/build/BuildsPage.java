package io.nordwand.build;

import io.nordwand.farm.record.Approval;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.BuildSearch.Choices;
import io.nordwand.history.BuildSearch.Found;
import io.nordwand.history.BuildSort;
import io.nordwand.history.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list for one query at one moment.
 *
 * @param query what was asked for
 * @param phase what there is to show
 * @param rows the builds on this page
 * @param count how many there are on all pages
 * @param choices what can be chosen from
 * @param progress how far the copy of Eiger's list is
 */
public record BuildsPage(
        BuildsQuery query, Phase phase, List<BuildRow> rows, long count, Choices choices, Progress progress) {

    /** Builds on a page. */
    static final int SIZE = 50;

    /** Pages on either side of this one that are linked. */
    private static final int NEAR = 2;

    /** What there is to show. */
    public enum Phase {
        /** Builds. */
        LIST,
        /** Nothing was read yet. */
        READING,
        /** The organization has no builds. */
        EMPTY,
        /** No build fits. */
        NO_MATCH,
        /** Builds fit, but fewer than this page begins with. */
        PAST_END,
        /** The copy can't be read. */
        DOWN
    }

    /** A filter that is on: its name, its value and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** A page's number, or null for a gap, and where it is. */
    public record Leaf(@Nullable Integer number, String href, boolean current) {}

    static BuildsPage of(BuildsQuery query, Found found, Choices choices, Progress progress, Locale locale) {
        List<BuildRecord> builds = found.builds();
        return new BuildsPage(
                query,
                phase(query, found, progress),
                builds.stream().map(build -> BuildRow.of(build, locale)).toList(),
                found.count(),
                with(choices, query),
                progress);
    }

    private static Phase phase(BuildsQuery query, Found found, Progress progress) {
        if (!found.builds().isEmpty()) {
            return Phase.LIST;
        }
        if (found.count() > 0) {
            return Phase.PAST_END;
        }
        return query.filtered() ? Phase.NO_MATCH : progress.whole() ? Phase.EMPTY : Phase.READING;
    }

    static BuildsPage down(BuildsQuery query, Progress progress) {
        return new BuildsPage(query, Phase.DOWN, List.of(), 0, with(Choices.NONE, query), progress);
    }

    /** With what was chosen although it does not occur, so that the form still shows it. */
    private static Choices with(Choices choices, BuildsQuery query) {
        return new Choices(with(choices.series(), query.series()), with(choices.materials(), query.material()));
    }

    private static List<String> with(List<String> values, String chosen) {
        boolean known = values.stream().anyMatch(chosen::equalsIgnoreCase);
        return chosen.isEmpty() || known
                ? values
                : Stream.concat(values.stream(), Stream.of(chosen)).toList();
    }

    /** Tells whether another page shows the same builds. */
    String revision() {
        return Integer.toHexString(Objects.hash(phase, rows, count));
    }

    /** Where its live stream is. */
    public String streamUrl() {
        String asked = query.encoded();
        return "/builds/events?" + (asked.isEmpty() ? "" : asked + "&") + "rev=" + revision();
    }

    /** Number of the first build on this page among all that fit. */
    public long first() {
        return (query.page() - 1L) * SIZE + 1;
    }

    /** Number of the last. */
    public long last() {
        return first() + rows.size() - 1;
    }

    private int pages() {
        return (int) Math.min(Integer.MAX_VALUE, (count + SIZE - 1) / SIZE);
    }

    /** Whether there are several pages. */
    public boolean paged() {
        return pages() > 1;
    }

    /** The first page, the pages around this one and the last, with gaps. */
    public List<Leaf> leaves() {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int near = query.page() - NEAR; near <= query.page() + NEAR; near++) {
            if (near >= 1 && near <= pages()) {
                numbers.add(near);
            }
        }
        numbers.add(1);
        numbers.add(Math.max(1, pages()));
        List<Leaf> leaves = new ArrayList<>();
        int before = 0;
        for (int number : numbers) {
            if (number > before + 1) {
                leaves.add(new Leaf(null, "", false));
            }
            leaves.add(new Leaf(number, query.page(number).href(), number == query.page()));
            before = number;
        }
        return leaves;
    }

    /** The page before, or null. */
    public @Nullable String previousHref() {
        return query.page() == 1
                ? null
                : query.page(Math.min(query.page() - 1, Math.max(1, pages()))).href();
    }

    /** The next page, or null. */
    public @Nullable String nextHref() {
        return query.page() < pages() ? query.page(query.page() + 1).href() : null;
    }

    /** The first page. */
    public String firstHref() {
        return query.page(1).href();
    }

    /** The list without any filter. */
    public String clearHref() {
        return query.cleared().href();
    }

    /** Filters that are on. */
    public List<Chip> chips() {
        return query.filters().stream()
                .map(filter -> new Chip(
                        filter.getKey(),
                        filter.getValue(),
                        query.without(filter.getKey()).href()))
                .toList();
    }

    /** Value of a filter, as the form shows it; blank when it is off. */
    public String value(String name) {
        return query.filters().stream()
                .filter(filter -> filter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether a filter has that value, in any letter case. */
    public boolean chosen(String name, String value) {
        return value(name).equalsIgnoreCase(value);
    }

    /** Key of the order. */
    public String sort() {
        return query.sort().key();
    }

    /** Orders that can be chosen. */
    public List<String> sorts() {
        return Stream.of(BuildSort.values()).map(BuildSort::key).toList();
    }

    /** Approvals that can be chosen. */
    public List<String> approvals() {
        return Stream.of(Approval.values()).map(Approval::key).toList();
    }
}
