package io.nordwand.job;

import io.nordwand.history.JobFigures;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Owners;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of some days, counted by state. A job counts on the day of its start, else on that of its making.
 *
 * @param tallies how many of each state, for those that occur
 * @param total all together
 * @param completed those that ended well
 * @param ended those that ended
 * @param chart the same over time, or null when there is nothing to draw
 */
public record Figures(
        List<Tally> tallies,
        long total,
        long completed,
        long ended,
        @Nullable Chart chart) {

    /**
     * So many jobs of a state.
     *
     * @param standing how they stand
     * @param word Eiger's word where it is one that nobody knows, else blank
     * @param number how many
     * @param href the list of these
     */
    public record Tally(JobStanding standing, String word, long number, String href) {}

    private static final String OTHER = "other:";

    static Figures of(JobFigures all, JobQuery query, LocalDate today, Owners owners) {
        LocalDate from = query.from(today);
        LocalDate to = query.to();
        Map<LocalDate, Map<String, Long>> byDay = new TreeMap<>();
        all.days().forEach(day -> {
            JobStanding standing = JobStanding.of(day.state(), false);
            add(byDay, day.day(), standing == JobStanding.OTHER ? OTHER + day.state() : standing.key(), day.number());
        });
        all.printing()
                .forEach(job -> add(
                        byDay,
                        job.day(),
                        JobStanding.of("printing", owners.own(job.id())).key(),
                        1));
        byDay.keySet().removeIf(day -> (from != null && day.isBefore(from)) || (to != null && day.isAfter(to)));
        Map<String, Long> sums = new TreeMap<>();
        byDay.values().forEach(states -> states.forEach((state, number) -> sums.merge(state, number, Long::sum)));
        long completed = sums.getOrDefault(JobStanding.COMPLETED.key(), 0L);
        long ended = completed
                + sums.getOrDefault(JobStanding.CANCELED.key(), 0L)
                + sums.getOrDefault(JobStanding.FAILED.key(), 0L);
        return new Figures(
                tallies(sums, all, query),
                sums.values().stream().mapToLong(number -> number).sum(),
                completed,
                ended,
                Chart.of(byDay, from, to, today));
    }

    private static void add(Map<LocalDate, Map<String, Long>> byDay, LocalDate day, String state, long number) {
        byDay.computeIfAbsent(day, first -> new TreeMap<>()).merge(state, number, Long::sum);
    }

    private static List<Tally> tallies(Map<String, Long> sums, JobFigures all, JobQuery query) {
        List<Tally> tallies = new ArrayList<>();
        for (JobStanding standing : JobStanding.known()) {
            long number = sums.getOrDefault(standing.key(), 0L);
            if (number > 0) {
                tallies.add(new Tally(
                        standing,
                        "",
                        number,
                        query.with("state", standing.key()).href()));
            }
        }
        sums.forEach((state, number) -> {
            if (state.startsWith(OTHER)) {
                String key = state.substring(OTHER.length());
                tallies.add(new Tally(
                        JobStanding.OTHER,
                        all.states().getOrDefault(key, key),
                        number,
                        query.with("state", key).href()));
            }
        });
        return tallies;
    }

    /** Share of those that ended which ended well, in percent; null when none has ended. */
    public @Nullable Double success() {
        return ended == 0 ? null : (Double) (100.0 * completed / ended);
    }
}
