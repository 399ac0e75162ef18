package io.nordwand.fleet;

import io.nordwand.farm.StateGroup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 50;

    static FleetQuery from(MultiValueMap<String, String> params) {
        Set<StateGroup> groups = EnumSet.noneOf(StateGroup.class);
        Set<String> keys = values(params, "group");
        Arrays.stream(StateGroup.values())
                .filter(group -> keys.contains(group.key()))
                .forEach(groups::add);
        List<String> views = List.copyOf(values(params, "view"));
        String q = Optional.ofNullable(params.getFirst("q")).orElse("").strip();
        return new FleetQuery(
                q.substring(0, Math.min(LONGEST_TEXT, q.length())),
                groups,
                values(params, "series"),
                values(params, "material"),
                views.isEmpty()
                        ? null
                        : FleetView.from(views.get(views.size() - 1)).orElse(null),
                FleetSort.from(Optional.ofNullable(params.getFirst("sort")).orElse("")));
    }

    private static Set<String> values(MultiValueMap<String, String> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .limit(MOST_VALUES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
        String query = encoded();
        return "/fleet" + (query.isEmpty() ? "" : "?" + query);
    }

    /** The query part of the URL, without a question mark; blank for nothing special. */
    String encoded() {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add(part("q", q));
        }
        groups.stream().sorted().forEach(group -> parts.add(part("group", group.key())));
        series.forEach(value -> parts.add(part("series", value)));
        materials.forEach(value -> parts.add(part("material", value)));
        if (view != null) {
            parts.add(part("view", view.key()));
        }
        if (!sort.equals(FleetSort.USUAL)) {
            parts.add(part("sort", sort.word()));
        }
        return String.join("&", parts);
    }

    static String part(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static Set<String> without(Collection<String> values, String one) {
        return values.stream().filter(value -> !value.equals(one)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
