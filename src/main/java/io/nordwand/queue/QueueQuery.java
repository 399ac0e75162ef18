package io.nordwand.queue;

import io.nordwand.farm.StateGroup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the queues page for, as it stands in the URL. Words that mean nothing are left out, so two URLs
 * with the same meaning give equal queries.
 *
 * @param q search text over printers, builds and people; may be blank
 * @param build id of the build whose entries are looked for, or blank
 * @param groups groups of state to show; none means all
 * @param series series to show; none means all
 * @param materials materials, one of which must be loaded or needed; none means any
 * @param scope which printers are listed
 * @param view how to draw
 * @param hours how far the timeline goes, 24 or 72
 * @param sort order
 */
record QueueQuery(
        String q,
        String build,
        Set<StateGroup> groups,
        Set<String> series,
        Set<String> materials,
        QueueScope scope,
        QueueView view,
        int hours,
        QueueSort sort) {

    static final int DAY = 24;
    static final int DAYS = 72;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 50;

    static QueueQuery from(MultiValueMap<String, String> params) {
        Set<StateGroup> groups = EnumSet.noneOf(StateGroup.class);
        Set<String> keys = values(params, "group");
        Arrays.stream(StateGroup.values())
                .filter(group -> keys.contains(group.key()))
                .forEach(groups::add);
        return new QueueQuery(
                cut(last(params, "q")),
                cut(last(params, "build")),
                groups,
                values(params, "series"),
                values(params, "material"),
                QueueScope.from(last(params, "show")),
                QueueView.from(last(params, "view")),
                last(params, "hours").equals(String.valueOf(DAYS)) ? DAYS : DAY,
                QueueSort.from(last(params, "sort")));
    }

    /** The last that is not blank: a sheet of choices repeats those of the toolbar. */
    private static String last(MultiValueMap<String, String> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .reduce((first, second) -> second)
                .map(String::strip)
                .orElse("");
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static Set<String> values(MultiValueMap<String, String> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .limit(MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether anything but the usual is left out of the list. */
    boolean filtered() {
        return !(q.isEmpty()
                && build.isEmpty()
                && groups.isEmpty()
                && series.isEmpty()
                && materials.isEmpty()
                && scope == QueueScope.WORK);
    }

    boolean admits(Lane lane) {
        return scope.admits(lane)
                && (groups.isEmpty() || groups.contains(lane.group()))
                && (series.isEmpty() || series.contains(lane.series()))
                && (materials.isEmpty() || lane.materials().stream().anyMatch(materials::contains))
                && (build.isEmpty()
                        || lane.items().stream().anyMatch(item -> item.buildId().equals(build)))
                && (q.isEmpty() || lane.text().answers(q));
    }

    QueueQuery withQ(String other) {
        return new QueueQuery(other, build, groups, series, materials, scope, view, hours, sort);
    }

    QueueQuery withBuild(String other) {
        return new QueueQuery(q, other, groups, series, materials, scope, view, hours, sort);
    }

    QueueQuery without(StateGroup group) {
        Set<StateGroup> others = groups.stream().filter(other -> other != group).collect(Collectors.toSet());
        return new QueueQuery(q, build, others, series, materials, scope, view, hours, sort);
    }

    QueueQuery withoutSeries(String one) {
        return new QueueQuery(q, build, groups, less(series, one), materials, scope, view, hours, sort);
    }

    QueueQuery withoutMaterial(String one) {
        return new QueueQuery(q, build, groups, series, less(materials, one), scope, view, hours, sort);
    }

    QueueQuery withScope(QueueScope other) {
        return new QueueQuery(q, build, groups, series, materials, other, view, hours, sort);
    }

    QueueQuery withView(QueueView other) {
        return new QueueQuery(q, build, groups, series, materials, scope, other, hours, sort);
    }

    QueueQuery withHours(int other) {
        return new QueueQuery(q, build, groups, series, materials, scope, view, other, sort);
    }

    QueueQuery unfiltered() {
        return new QueueQuery("", "", Set.of(), Set.of(), Set.of(), QueueScope.WORK, view, hours, sort);
    }

    private static Set<String> less(Set<String> values, String one) {
        return values.stream().filter(value -> !value.equals(one)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Path and query of the page that shows this. */
    String href() {
        String query = encoded();
        return "/queues" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The query part of the URL, without a question mark; blank for nothing special. */
    String encoded() {
        List<String> parts = new ArrayList<>();
        text("q", q).ifPresent(parts::add);
        text("build", build).ifPresent(parts::add);
        groups.stream().sorted().forEach(group -> parts.add("group=" + group.key()));
        series.forEach(value -> text("series", value).ifPresent(parts::add));
        materials.forEach(value -> text("material", value).ifPresent(parts::add));
        if (scope != QueueScope.WORK) {
            parts.add("show=" + scope.key());
        }
        if (view != QueueView.TIMELINE) {
            parts.add("view=" + view.key());
        }
        if (hours != DAY) {
            parts.add("hours=" + hours);
        }
        if (sort != QueueSort.NAME) {
            parts.add("sort=" + sort.key());
        }
        return String.join("&", parts);
    }

    private static Optional<String> text(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
