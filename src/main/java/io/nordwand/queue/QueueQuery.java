package io.nordwand.queue;

import io.nordwand.farm.StateGroup;
import io.nordwand.web.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    static QueueQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        Set<StateGroup> groups = EnumSet.noneOf(StateGroup.class);
        Set<String> keys = params.texts("group");
        Arrays.stream(StateGroup.values())
                .filter(group -> keys.contains(group.key()))
                .forEach(groups::add);
        return new QueueQuery(
                params.text("q"),
                params.text("build"),
                groups,
                params.texts("series"),
                params.texts("material"),
                QueueScope.from(params.text("show")),
                QueueView.from(params.text("view")),
                params.text("hours").equals(String.valueOf(DAYS)) ? DAYS : DAY,
                QueueSort.from(params.text("sort")));
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
        return Params.href("/queues", encoded());
    }

    /** The query part of the URL, without a question mark; blank for nothing special. */
    String encoded() {
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        parts.add(Map.entry("q", q));
        parts.add(Map.entry("build", build));
        groups.stream().sorted().forEach(group -> parts.add(Map.entry("group", group.key())));
        series.forEach(value -> parts.add(Map.entry("series", value)));
        materials.forEach(value -> parts.add(Map.entry("material", value)));
        parts.add(Map.entry("show", scope == QueueScope.WORK ? "" : scope.key()));
        parts.add(Map.entry("view", view == QueueView.TIMELINE ? "" : view.key()));
        parts.add(Map.entry("hours", hours == DAY ? "" : String.valueOf(hours)));
        parts.add(Map.entry("sort", sort == QueueSort.NAME ? "" : sort.key()));
        return Params.encoded(parts.stream());
    }
}
