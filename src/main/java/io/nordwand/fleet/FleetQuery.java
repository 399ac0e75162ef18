package io.nordwand.fleet;

import io.nordwand.farm.StateGroup;
import io.nordwand.web.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the fleet page for, as it stands in the URL. Words that mean nothing are left out, so two URLs
 * with the same meaning give equal queries.
 *
 * @param q search text, may be blank
 * @param groups groups of state to show; none means all
 * @param series series to show; none means all
 * @param materials materials, one of which must be loaded; none means any
 * @param view how to draw, or null for what suits the size of the farm
 * @param sort order of the table
 */
record FleetQuery(
        String q,
        Set<StateGroup> groups,
        Set<String> series,
        Set<String> materials,
        @Nullable FleetView view,
        FleetSort sort) {

    static FleetQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        Set<StateGroup> groups = EnumSet.noneOf(StateGroup.class);
        Set<String> keys = params.texts("group");
        Arrays.stream(StateGroup.values())
                .filter(group -> keys.contains(group.key()))
                .forEach(groups::add);
        return new FleetQuery(
                params.text("q"),
                groups,
                params.texts("series"),
                params.texts("material"),
                FleetView.from(params.text("view")).orElse(null),
                FleetSort.from(params.text("sort")));
    }

    /** Whether anything is left out of the list. */
    boolean filtered() {
        return !(q.isEmpty() && groups.isEmpty() && series.isEmpty() && materials.isEmpty());
    }

    /** Whether the printer belongs in the list, apart from its group. */
    boolean admits(Tile tile) {
        return (series.isEmpty() || series.contains(tile.series()))
                && (materials.isEmpty() || tile.materials().stream().anyMatch(materials::contains))
                && (q.isEmpty() || tile.text().answers(q));
    }

    boolean admits(StateGroup group) {
        return groups.isEmpty() || groups.contains(group);
    }

    FleetQuery withQ(String other) {
        return new FleetQuery(other, groups, series, materials, view, sort);
    }

    FleetQuery withGroups(Set<StateGroup> other) {
        return new FleetQuery(q, other, series, materials, view, sort);
    }

    /** Only that group, or all again when it was the only one already. */
    FleetQuery toggling(StateGroup group) {
        return withGroups(groups.equals(Set.of(group)) ? Set.of() : Set.of(group));
    }

    FleetQuery withSeries(Set<String> other) {
        return new FleetQuery(q, groups, other, materials, view, sort);
    }

    FleetQuery withMaterials(Set<String> other) {
        return new FleetQuery(q, groups, series, other, view, sort);
    }

    FleetQuery withView(FleetView other) {
        return new FleetQuery(q, groups, series, materials, other, sort);
    }

    FleetQuery withSort(FleetSort other) {
        return new FleetQuery(q, groups, series, materials, view, other);
    }

    FleetQuery unfiltered() {
        return new FleetQuery("", Set.of(), Set.of(), Set.of(), view, sort);
    }

    /** Path and query of the page that shows this. */
    String href() {
        return Params.href("/fleet", encoded());
    }

    /** The query part of the URL, without a question mark; blank for nothing special. */
    String encoded() {
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        parts.add(Map.entry("q", q));
        groups.stream().sorted().forEach(group -> parts.add(Map.entry("group", group.key())));
        series.forEach(value -> parts.add(Map.entry("series", value)));
        materials.forEach(value -> parts.add(Map.entry("material", value)));
        parts.add(Map.entry("view", view == null ? "" : view.key()));
        parts.add(Map.entry("sort", sort.equals(FleetSort.USUAL) ? "" : sort.word()));
        return Params.encoded(parts.stream());
    }

    static Set<String> without(Collection<String> values, String one) {
        return values.stream().filter(value -> !value.equals(one)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
