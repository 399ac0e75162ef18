package io.nordwand.job;

import io.nordwand.history.JobCount;
import io.nordwand.history.JobFilter;
import io.nordwand.history.JobMark;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Progress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list for one query at one moment.
 *
 * @param query what was asked for
 * @param phase what there is to show
 * @param rows the jobs in the order asked for
 * @param next where the next page begins, or null on the last
 * @param count how many jobs fit
 * @param choices what can be chosen from
 * @param progress how old the copy is
 * @param figures counts of all jobs of these days; null when other filters are on
 * @param printersRead whether the printers were ever read, so that it can be told what prints
 */
public record JobsPage(
        JobQuery query,
        Phase phase,
        List<JobRow> rows,
        @Nullable JobMark next,
        JobCount count,
        Choices choices,
        Progress progress,
        @Nullable Figures figures,
        boolean printersRead) {

    /** Jobs on a page. */
    static final int SIZE = 50;

    /** What there is to show. */
    public enum Phase {
        /** Jobs. */
        LIST,
        /** Nothing has been copied yet. */
        READING,
        /** Eiger has no jobs. */
        EMPTY,
        /** No job fits. */
        NO_MATCH,
        /** The copy can't be read. */
        DOWN
    }

    /** A filter that is on: its name, the words for its value, and the page without it. */
    public record Chip(String key, String argument, String href) {}

    /** Id and name of something that can be chosen. */
    public record Choice(String id, String name) {}

    /**
     * What can be chosen from.
     *
     * @param states words that nobody knows, beside the known ones
     * @param printers the farm's printers
     * @param people names
     * @param sources where jobs were started from
     */
    public record Choices(List<Choice> states, List<Choice> printers, List<String> people, List<Choice> sources) {

        static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());

        String printer(String id) {
            return name(printers, id);
        }

        String source(String key) {
            return name(sources, key);
        }

        String state(String key) {
            return name(states, key);
        }

        private static String name(List<Choice> choices, String id) {
            return choices.stream()
                    .filter(choice -> choice.id().equalsIgnoreCase(id))
                    .map(Choice::name)
                    .findFirst()
                    .orElse(id);
        }
    }

    /** Filters that are on. A state has a key of its own where it is a known one. */
    public List<Chip> chips() {
        return query.parts().entrySet().stream()
                .map(part -> new Chip(
                        part.getKey(),
                        words(part),
                        query.with(part.getKey(), "").href()))
                .toList();
    }

    private String words(Map.Entry<String, String> part) {
        return switch (part.getKey()) {
            case "state" -> choices.state(part.getValue());
            case "printer" -> choices.printer(part.getValue());
            case "source" -> choices.source(part.getValue());
            case "build" -> title(part.getValue());
            default -> part.getValue();
        };
    }

    private String title(String build) {
        return rows.stream()
                .map(JobRow::title)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(build);
    }

    /** Value of a filter, blank when it is not on. */
    public String part(String name) {
        return query.part(name);
    }

    /** States with a message of their own. */
    public List<JobStanding> standings() {
        return JobStanding.known();
    }

    /** Key of the known state that is chosen, or null. */
    public @Nullable String known() {
        return JobStanding.known().stream()
                .map(JobStanding::key)
                .filter(query.part("state")::equals)
                .findFirst()
                .orElse(null);
    }

    /** Whether these are the jobs that only say that they print. */
    public boolean uncertain() {
        return query.part("state").equals(JobFilter.UNCERTAIN);
    }

    /** Numbers of days that can be chosen. */
    public List<String> spans() {
        return JobQuery.SPANS;
    }

    /** The list of those days, or of all. */
    public String spanHref(String days) {
        return query.with("span", days).href();
    }

    /** The next page, or null. */
    public @Nullable String nextHref() {
        return next == null ? null : query.after(next).href();
    }

    /** The first page, or null on it. */
    public @Nullable String firstHref() {
        return query.after() == null ? null : query.after(null).href();
    }

    /** The same the other way round. */
    public String turnedHref() {
        return query.sorted(!query.oldest()).href();
    }

    /** Whether the oldest come first. */
    public boolean oldest() {
        return query.oldest();
    }

    /** All jobs. */
    public String clearHref() {
        return JobQuery.ALL.sorted(query.oldest()).href();
    }

    /** What is filtered, as a table for spreadsheets. */
    public String csvHref() {
        return "/jobs.csv" + query.after(null).asked();
    }
}
