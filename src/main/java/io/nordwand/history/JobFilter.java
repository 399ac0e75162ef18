package io.nordwand.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are wanted. Blank or null means all; days are those of the installation's zone, by the time by which jobs
 * are sorted: when they started, else when they were made.
 *
 * @param q words that must all be in the build's title, the printer's name or one person's name, or where no name has them
 *     all, each in any of these names; or a whole id of a job or a build
 * @param state a state word in lower case; {@link #PRINTING} only what a printer owns, {@link #UNCERTAIN} the rest of it
 * @param printer device id
 * @param build build id
 * @param person name of who started it or asked for it
 * @param source where it was started from, in lower case
 * @param from first day
 * @param to last day
 */
public record JobFilter(
        String q,
        String state,
        String printer,
        String build,
        String person,
        String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Everything. */
    public static final JobFilter ALL = new JobFilter("", "", "", "", "", "", null, null);

    /** The word of jobs that print; as a filter only those that are some printer's active job (field note 29). */
    public static final String PRINTING = "printing";

    /** Jobs that say that they print, but that no printer works on; no word of Eiger's. */
    public static final String UNCERTAIN = "uncertain";
}
