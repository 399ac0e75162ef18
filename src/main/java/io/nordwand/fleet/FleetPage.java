package io.nordwand.fleet;

import io.nordwand.farm.StateGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fleet page for one query, ready for the templates.
 *
 * @param query what was asked for
 * @param view how it is drawn
 * @param revision revision of the farm that is shown
 * @param phase what there is to show
 * @param trouble why the farm could not be read yet, or null
 * @param total printers of the farm
 * @param shown printers in the list
 * @param sums counts by group, over what the other filters admit
 * @param chips filters that are on
 * @param sections the list
 * @param facets what can be filtered by, besides group and text
 * @param columns headings of the table
 * @param views the switch between the views
 * @param kept fields that the filter form has to carry along
 */
public record FleetPage(
        FleetQuery query,
        FleetView view,
        long revision,
        Phase phase,
        @Nullable String trouble,
        int total,
        int shown,
        List<Sum> sums,
        List<Chip> chips,
        List<Section> sections,
        List<Facet> facets,
        List<Column> columns,
        List<ViewLink> views,
        List<Field> kept) {

    /** What there is to show. */
    public enum Phase {
        /** The farm was never read. */
        READING,
        /** The key sees no printer. */
        NONE,
        /** The filters admit none. */
        NO_MATCH,
        /** There is a list. */
        LIST
    }

    /**
     * A part of the list.
     *
     * @param key the group's key, or {@code all} for a list that is not divided
     * @param group its group, or null
     * @param cards its printers in order
     */
    public record Section(String key, @Nullable StateGroup group, List<PrinterCard> cards) {}

    /** A filter that is on: the key of its text, what the text names, and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** A choice: name of the field, what is offered, and what is chosen already. */
    public record Facet(String name, List<String> options, List<String> chosen) {}

    /** A heading of the table: key, link to the page sorted by it or null, and how it is sorted now. */
    public record Column(String key, @Nullable String href, String sorted, boolean number) {}

    /** One view: key, icon, its page, and whether it is the current one. */
    public record ViewLink(String key, String icon, String href, boolean current) {}

    /** A hidden field. */
    public record Field(String name, String value) {}

    /** Where its live stream is: same query, same view, and what this page shows already. */
    public String streamUrl() {
        String asked = query.encoded();
        return "/fleet/events?" + (asked.isEmpty() ? "" : asked + "&") + "shown=" + view.key() + "&rev=" + revision;
    }

    /** Whether the list leaves something out. */
    public boolean filtered() {
        return query.filtered();
    }

    /** The search text. */
    public String q() {
        return query.q();
    }

    /** The page without filters. */
    public String clearHref() {
        return query.unfiltered().href();
    }

    /** Key of the view. */
    public String viewKey() {
        return view.key();
    }
}
