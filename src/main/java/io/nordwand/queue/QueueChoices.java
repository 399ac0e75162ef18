package io.nordwand.queue;

import io.nordwand.farm.StateGroup;
import io.nordwand.queue.QueuePage.Chip;
import io.nordwand.queue.QueuePage.Choice;
import io.nordwand.queue.QueuePage.Facet;
import io.nordwand.queue.QueuePage.Field;
import io.nordwand.queue.QueuePage.ViewLink;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.Overview;
import io.nordwand.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be chosen on the queues page, and what is chosen.
 *
 * @param farm all queues
 * @param query what was asked for
 */
record QueueChoices(Overview<Lane> farm, QueueQuery query) {

    /** The filters that are on; a build's is named by its title. */
    List<Chip> chips(String buildTitle) {
        List<Chip> chips = new ArrayList<>();
        if (!query.q().isEmpty()) {
            chips.add(new Chip("queue.chip.q", query.q(), query.withQ("").href()));
        }
        if (!query.build().isEmpty()) {
            chips.add(
                    new Chip("queue.chip.build", buildTitle, query.withBuild("").href()));
        }
        if (query.scope() != QueueScope.WORK) {
            chips.add(new Chip(
                    "queue.show." + query.scope().key(),
                    "",
                    query.withScope(QueueScope.WORK).href()));
        }
        query.groups().stream()
                .sorted()
                .forEach(group -> chips.add(new Chip(
                        "fleet.group." + group.key(), "", query.without(group).href())));
        query.series()
                .forEach(one -> chips.add(new Chip(
                        "queue.chip.series", one, query.withoutSeries(one).href())));
        query.materials()
                .forEach(one -> chips.add(new Chip(
                        "queue.chip.material", one, query.withoutMaterial(one).href())));
        return chips;
    }

    List<Facet> facets() {
        return List.of(
                new Facet(
                        "group",
                        Arrays.stream(StateGroup.values())
                                .filter(group -> !query.groups().contains(group))
                                .map(StateGroup::key)
                                .toList(),
                        query.groups().stream().sorted().map(StateGroup::key).toList()),
                facet("series", lane -> Stream.of(lane.series()), query.series()),
                facet("material", lane -> lane.materials().stream(), query.materials()));
    }

    private Facet facet(String name, Function<Lane, Stream<String>> values, Collection<String> chosen) {
        List<String> options = farm.lines().stream()
                .flatMap(values)
                .filter(value -> !value.isBlank() && !chosen.contains(value))
                .distinct()
                .sorted(Comparator.comparing(Words::fold, NaturalOrder.FOLDED))
                .toList();
        return new Facet(name, options, List.copyOf(chosen));
    }

    List<Choice> choices() {
        return List.of(
                new Choice(
                        "show",
                        Arrays.stream(QueueScope.values()).map(QueueScope::key).toList(),
                        query.scope().key()),
                new Choice(
                        "sort",
                        Arrays.stream(QueueSort.values()).map(QueueSort::key).toList(),
                        query.sort().key()));
    }

    List<ViewLink> views() {
        return Arrays.stream(QueueView.values())
                .map(view -> new ViewLink(
                        view.key(), view.icon(), query.withView(view).href(), view == query.view()))
                .toList();
    }

    /** Only the timeline has a span. */
    List<ViewLink> spans() {
        if (query.view() != QueueView.TIMELINE) {
            return List.of();
        }
        return Stream.of(QueueQuery.DAY, QueueQuery.DAYS)
                .map(hours -> new ViewLink(
                        String.valueOf(hours), "", query.withHours(hours).href(), hours == query.hours()))
                .toList();
    }

    /** What the form's own fields do not say. */
    List<Field> kept() {
        List<Field> fields = new ArrayList<>();
        query.groups().stream().sorted().forEach(group -> fields.add(new Field("group", group.key())));
        query.series().forEach(value -> fields.add(new Field("series", value)));
        query.materials().forEach(value -> fields.add(new Field("material", value)));
        if (!query.build().isEmpty()) {
            fields.add(new Field("build", query.build()));
        }
        if (query.view() != QueueView.TIMELINE) {
            fields.add(new Field("view", query.view().key()));
        }
        if (query.hours() != QueueQuery.DAY) {
            fields.add(new Field("hours", String.valueOf(query.hours())));
        }
        return fields;
    }
}
