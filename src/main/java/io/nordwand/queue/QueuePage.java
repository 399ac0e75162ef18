package io.nordwand.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queues page for one query, ready for the templates.
 *
 * @param query what was asked for
 * @param revision revision of the farm that is shown
 * @param phase what there is to show
 * @param trouble why the farm could not be read yet, or null
 * @param total printers of the farm
 * @param sums what stands above the queues, over what the filters admit
 * @param axis the timeline's scale, or null while nothing was read
 * @param rows the queues in order
 * @param coming what ends next
 * @param found entries of the build that is looked for
 * @param foundTitle its title, blank when there is none
 * @param chips filters that are on
 * @param facets what can be chosen besides the text
 * @param choices what one of can be chosen
 * @param views the switch between the views
 * @param spans the switch between the spans of the timeline
 * @param kept fields that the filter form has to carry along
 */
public record QueuePage(
        QueueQuery query,
        long revision,
        Phase phase,
        @Nullable String trouble,
        int total,
        QueueSums sums,
        @Nullable Axis axis,
        List<Row> rows,
        List<Coming> coming,
        int found,
        String foundTitle,
        List<Chip> chips,
        List<Facet> facets,
        List<Choice> choices,
        List<ViewLink> views,
        List<ViewLink> spans,
        List<Field> kept) {

    /** What there is to show. */
    public enum Phase {
        /** The farm was never read. */
        READING,
        /** The key sees no printer. */
        NONE,
        /** No printer has work. */
        IDLE,
        /** The filters admit none. */
        NO_MATCH,
        /** There is a list. */
        LIST
    }

    /** One printer's queue, with its bars on the timeline; none in columns. */
    public record Row(Lane lane, List<Bar> bars) {}

    /** A filter that is on: the key of its text, what the text names, and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** A choice that adds up: name of the field, what is offered, and what is chosen already. */
    public record Facet(String name, List<String> options, List<String> chosen) {}

    /** A choice of one: name of the field, what is offered, and the one that is chosen. */
    public record Choice(String name, List<String> options, String chosen) {}

    /** One view: key, icon, its page, and whether it is the current one. */
    public record ViewLink(String key, String icon, String href, boolean current) {}

    /** A hidden field. */
    public record Field(String name, String value) {}

    /** Where its live stream is: same query, and what this page shows already. */
    public String streamUrl() {
        String asked = query.encoded();
        return "/queues/events?" + (asked.isEmpty() ? "" : asked + "&") + "rev=" + revision;
    }

    /** Whether the list leaves something out. */
    public boolean filtered() {
        return query.filtered();
    }

    /** The search text. */
    public String q() {
        return query.q();
    }

    /** Id of the build that is looked for, or blank. */
    public String build() {
        return query.build();
    }

    /** The page without filters. */
    public String clearHref() {
        return query.unfiltered().href();
    }

    /** The page with all printers, those without work, too. */
    public String allHref() {
        return query.withScope(QueueScope.ALL).href();
    }

    /** Key of the view. */
    public String viewKey() {
        return query.view().key();
    }

    /** How far the timeline goes, in hours. */
    public int hours() {
        return query.hours();
    }
}
