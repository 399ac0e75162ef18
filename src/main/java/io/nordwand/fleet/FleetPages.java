package io.nordwand.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.StateGroup;
import io.nordwand.fleet.FleetPage.Chip;
import io.nordwand.fleet.FleetPage.Column;
import io.nordwand.fleet.FleetPage.Facet;
import io.nordwand.fleet.FleetPage.Field;
import io.nordwand.fleet.FleetPage.Phase;
import io.nordwand.fleet.FleetPage.Section;
import io.nordwand.fleet.FleetPage.ViewLink;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.Overview;
import io.nordwand.web.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pages out of tiles; viewers who asked for the same thing share one page. */
@Component
class FleetPages {

    private record Asked(Overview<Tile> farm, FleetQuery query, FleetView view) {}

    private final Cache<Asked, FleetPage> made = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    /** The page in the view that was asked for, or else in the one that suits the size of the farm. */
    FleetPage page(Overview<Tile> farm, FleetQuery query) {
        FleetView view = query.view() == null ? FleetView.usual(farm.lines().size()) : query.view();
        return page(farm, query, view);
    }

    /** The page in that view. */
    FleetPage page(Overview<Tile> farm, FleetQuery query, FleetView view) {
        return made.get(new Asked(farm, query, view), FleetPages::make);
    }

    private static FleetPage make(Asked asked) {
        Overview<Tile> farm = asked.farm();
        FleetQuery query = asked.query();
        FleetSort sort = asked.view() == FleetView.TABLE ? query.sort() : FleetSort.USUAL;
        List<Tile> admitted = farm.lines().stream()
                .filter(query::admits)
                .sorted(FleetSort.USUAL.comparator())
                .toList();
        List<Tile> list = admitted.stream()
                .filter(tile -> query.admits(tile.card().group()))
                .sorted(sort.comparator())
                .toList();
        return new FleetPage(
                query,
                asked.view(),
                farm.revision(),
                phase(farm, list),
                farm.trouble(),
                farm.lines().size(),
                list.size(),
                sums(admitted, query),
                chips(query),
                sections(list, sort),
                List.of(
                        facet("series", farm, tile -> Stream.of(tile.series()), query.series()),
                        facet("material", farm, tile -> tile.materials().stream(), query.materials())),
                columns(query),
                views(query, asked.view()),
                kept(query));
    }

    private static Phase phase(Overview<Tile> farm, List<Tile> list) {
        if (!farm.read()) {
            return Phase.READING;
        }
        return farm.lines().isEmpty() ? Phase.NONE : list.isEmpty() ? Phase.NO_MATCH : Phase.LIST;
    }

    private static List<Sum> sums(List<Tile> admitted, FleetQuery query) {
        Map<StateGroup, List<Tile>> byGroup = admitted.stream()
                .collect(Collectors.groupingBy(tile -> tile.card().group()));
        return Arrays.stream(StateGroup.values())
                .map(group -> Sum.of(group, byGroup.getOrDefault(group, List.of()), query))
                .toList();
    }

    private static List<Section> sections(List<Tile> list, FleetSort sort) {
        if (!sort.grouped()) {
            return list.isEmpty() ? List.of() : List.of(new Section("all", null, cards(list)));
        }
        Map<StateGroup, List<Tile>> byGroup =
                list.stream().collect(Collectors.groupingBy(tile -> tile.card().group()));
        return Arrays.stream(StateGroup.values())
                .filter(byGroup::containsKey)
                .map(group -> new Section(group.key(), group, cards(byGroup.getOrDefault(group, List.of()))))
                .toList();
    }

    private static List<PrinterCard> cards(List<Tile> tiles) {
        return tiles.stream().map(Tile::card).toList();
    }

    private static List<Chip> chips(FleetQuery query) {
        List<Chip> chips = new ArrayList<>();
        if (!query.q().isEmpty()) {
            chips.add(new Chip("fleet.chip.q", query.q(), query.withQ("").href()));
        }
        query.groups().forEach(group -> {
            Set<StateGroup> others =
                    query.groups().stream().filter(other -> other != group).collect(Collectors.toSet());
            chips.add(new Chip(
                    "fleet.group." + group.key(), "", query.withGroups(others).href()));
        });
        query.series()
                .forEach(series -> chips.add(new Chip(
                        "fleet.chip.series",
                        series,
                        query.withSeries(FleetQuery.without(query.series(), series))
                                .href())));
        query.materials()
                .forEach(material -> chips.add(new Chip(
                        "fleet.chip.material",
                        material,
                        query.withMaterials(FleetQuery.without(query.materials(), material))
                                .href())));
        return chips;
    }

    private static Facet facet(
            String name, Overview<Tile> farm, Function<Tile, Stream<String>> values, Collection<String> chosen) {
        List<String> options = farm.lines().stream()
                .flatMap(values)
                .filter(value -> !value.isBlank() && !chosen.contains(value))
                .distinct()
                .sorted(Comparator.comparing(Words::fold, NaturalOrder.FOLDED))
                .toList();
        return new Facet(name, options, List.copyOf(chosen));
    }

    private static List<Column> columns(FleetQuery query) {
        return List.of(
                column("name", query, false),
                column("state", query, false),
                column("job", query, false),
                column("progress", query, false),
                column("finish", query, true),
                column("material", query, false),
                column("queue", query, true));
    }

    private static Column column(String key, FleetQuery query, boolean number) {
        if (key.equals("job") || key.equals("progress")) {
            return new Column(key, null, "none", number);
        }
        FleetSort now = query.sort();
        boolean current = now.column().equals(key);
        FleetSort next = FleetSort.from((current && !now.descending() ? "-" : "") + key);
        String sorted = !current ? "none" : now.descending() ? "descending" : "ascending";
        return new Column(key, query.withView(FleetView.TABLE).withSort(next).href(), sorted, number);
    }

    private static List<ViewLink> views(FleetQuery query, FleetView current) {
        return Arrays.stream(FleetView.values())
                .map(view -> new ViewLink(
                        view.key(), view.icon(), query.withView(view).href(), view == current))
                .toList();
    }

    private static List<Field> kept(FleetQuery query) {
        List<Field> fields = new ArrayList<>();
        query.groups().stream().sorted().forEach(group -> fields.add(new Field("group", group.key())));
        query.series().forEach(value -> fields.add(new Field("series", value)));
        query.materials().forEach(value -> fields.add(new Field("material", value)));
        @Nullable FleetView view = query.view();
        if (view != null) {
            fields.add(new Field("view", view.key()));
        }
        if (!query.sort().equals(FleetSort.USUAL)) {
            fields.add(new Field("sort", query.sort().word()));
        }
        return fields;
    }
}
