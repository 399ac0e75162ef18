package io.nordwand.fleet;

import io.nordwand.fleet.FleetPage.Phase;
import io.nordwand.fleet.FleetPage.Section;
import io.nordwand.web.Differences;
import io.nordwand.web.Partials;
import io.nordwand.web.Partials.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The difference between two fleet pages for the same query.
 *
 * @param html how the page's regions look
 */
record FleetDrawing(FleetHtml html) implements Differences.Drawing<FleetPage> {

    @Override
    public String whole(FleetPage page) {
        Partials all = new Partials();
        all.change("#sum", html.sums(page));
        all.change("#fleet-total", html.total(page));
        all.change("#fleet-list", html.list(page));
        if (page.filtered()) {
            all.change("#fleet-count", html.count(page));
        }
        return all.toString();
    }

    @Override
    public String between(FleetPage before, FleetPage after) {
        Partials partials = new Partials();
        for (int i = 0; i < after.sums().size(); i++) {
            Sum sum = after.sums().get(i);
            if (!sum.equals(before.sums().get(i))) {
                partials.change("#" + sum.elementId(), html.sum(sum));
            }
        }
        if (before.total() != after.total()) {
            partials.change("#fleet-total", html.total(after));
        }
        if (after.filtered() && (before.total() != after.total() || before.shown() != after.shown())) {
            partials.change("#fleet-count", html.count(after));
        }
        if (before.phase() == Phase.LIST && after.phase() == Phase.LIST) {
            sections(before, after, partials);
        } else if (before.phase() != after.phase() || !Objects.equals(before.trouble(), after.trouble())) {
            partials.change("#fleet-list", html.list(after));
        }
        return partials.toString();
    }

    /** Sections come in a fixed order, so none of them moves. */
    private void sections(FleetPage before, FleetPage after, Partials partials) {
        Map<String, Section> olds = new HashMap<>();
        before.sections().forEach(section -> olds.put(section.key(), section));
        Set<String> kept = new HashSet<>();
        Place place = html.listStart(after);
        StringBuilder run = new StringBuilder();
        for (Section section : after.sections()) {
            Section same = olds.get(section.key());
            if (same == null) {
                run.append(html.section(after, section));
                continue;
            }
            kept.add(section.key());
            partials.insert(place, run);
            run.setLength(0);
            place = Place.after("#group-" + section.key());
            cards(same, section, after, partials);
        }
        partials.insert(place, run);
        before.sections().stream()
                .filter(section -> !kept.contains(section.key()))
                .forEach(section -> partials.delete("#group-" + section.key()));
    }

    private void cards(Section from, Section to, FleetPage page, Partials partials) {
        if (from.cards().size() != to.cards().size() && to.group() != null) {
            partials.change("#count-" + to.key(), html.sectionCount(page, to));
        }
        partials.list(
                from.cards(),
                to.cards(),
                html.sectionStart(page, to),
                PrinterCard::elementId,
                card -> html.card(page.view(), card));
    }
}
