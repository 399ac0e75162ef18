package io.nordwand.fleet;

import io.nordwand.fleet.FleetPage.Phase;
import io.nordwand.fleet.FleetPage.Section;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Staying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The difference between two pages for the same query, as partials for htmx. htmx looks up all targets of a message
 * before it changes anything, so every target here exists in the old page: what is new is put after something that
 * stays where it is, in runs, before anything is morphed.
 */
final class FleetDelta {

    private static final String MORPH = "outerMorph";

    private final FleetPage before;
    private final FleetPage after;
    private final FleetHtml html;
    private final StringBuilder deletes = new StringBuilder();
    private final StringBuilder changes = new StringBuilder();
    private final StringBuilder inserts = new StringBuilder();
    private final Map<String, PrinterCard> old = new HashMap<>();

    private FleetDelta(FleetPage before, FleetPage after, FleetHtml html) {
        this.before = before;
        this.after = after;
        this.html = html;
    }

    /** What makes {@code before} look like {@code after}; blank when they look the same. */
    static String between(FleetPage before, FleetPage after, FleetHtml html) {
        return new FleetDelta(before, after, html).partials();
    }

    /** The whole region, for a browser of which it is not known what it shows. */
    static String whole(FleetPage page, FleetHtml html) {
        StringBuilder all = new StringBuilder(LiveStream.partial("#sum", MORPH, html.sums(page)))
                .append(LiveStream.partial("#fleet-total", MORPH, html.total(page)))
                .append(LiveStream.partial("#fleet-list", MORPH, html.list(page)));
        if (page.filtered()) {
            all.append(LiveStream.partial("#fleet-count", MORPH, html.count(page)));
        }
        return all.toString();
    }

    private String partials() {
        for (int i = 0; i < after.sums().size(); i++) {
            Sum sum = after.sums().get(i);
            if (!sum.equals(before.sums().get(i))) {
                change("#" + sum.elementId(), html.sum(sum));
            }
        }
        if (before.total() != after.total()) {
            change("#fleet-total", html.total(after));
        }
        if (after.filtered() && (before.total() != after.total() || before.shown() != after.shown())) {
            change("#fleet-count", html.count(after));
        }
        if (before.phase() == Phase.LIST && after.phase() == Phase.LIST) {
            sections();
        } else if (before.phase() != after.phase() || !java.util.Objects.equals(before.trouble(), after.trouble())) {
            change("#fleet-list", html.list(after));
        }
        return deletes.toString() + inserts + changes;
    }

    private void sections() {
        Map<String, Section> olds = new HashMap<>();
        before.sections().forEach(section -> {
            olds.put(section.key(), section);
            section.cards().forEach(card -> old.put(card.elementId(), card));
        });
        Set<String> kept = new HashSet<>();
        String anchor = html.listStart(after);
        StringBuilder run = new StringBuilder();
        for (Section section : after.sections()) {
            Section same = olds.get(section.key());
            if (same == null) {
                run.append(html.section(after, section));
                continue;
            }
            kept.add(section.key());
            insert(anchor, run);
            anchor = "afterend #group-" + section.key();
            cards(same, section);
        }
        insert(anchor, run);
        before.sections().stream()
                .filter(section -> !kept.contains(section.key()))
                .forEach(section -> delete("#group-" + section.key()));
    }

    private void cards(Section from, Section to) {
        if (from.cards().size() != to.cards().size() && to.group() != null) {
            change("#count-" + to.key(), html.sectionCount(after, to));
        }
        Set<String> staying = Staying.of(ids(from), ids(to));
        ids(from).stream().filter(id -> !staying.contains(id)).forEach(id -> delete("#" + id));
        String anchor = html.sectionStart(after, to);
        StringBuilder run = new StringBuilder();
        for (PrinterCard card : to.cards()) {
            if (!staying.contains(card.elementId())) {
                run.append(html.card(after.view(), card));
                continue;
            }
            insert(anchor, run);
            anchor = "afterend #" + card.elementId();
            if (!card.equals(old.get(card.elementId()))) {
                change("#" + card.elementId(), html.card(after.view(), card));
            }
        }
        insert(anchor, run);
    }

    private static List<String> ids(Section section) {
        return new ArrayList<>(
                section.cards().stream().map(PrinterCard::elementId).toList());
    }

    private void delete(String target) {
        deletes.append(LiveStream.partial(target, "delete", ""));
    }

    private void change(String target, String content) {
        changes.append(LiveStream.partial(target, MORPH, content));
    }

    /** Puts the run at the anchor, "swap target", and empties it. */
    private void insert(String anchor, StringBuilder run) {
        if (!run.isEmpty()) {
            String[] place = anchor.split(" ", 2);
            inserts.append(LiveStream.partial(place[1], place[0], run.toString()));
            run.setLength(0);
        }
    }
}
