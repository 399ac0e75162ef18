package io.nordwand.history;

import io.nordwand.farm.JobId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How many jobs there are of each state on each day, and what occurs in them.
 *
 * @param days numbers by day (1970 for jobs without any time) and state word in lower case, apart from those that say
 *     that they print
 * @param printing the jobs that say that they print, each with its day: which of them do is for printers to say
 * @param states each state word in lower case, as Eiger wrote it
 * @param sources each source in lower case, as Eiger wrote it
 * @param people names of those who started or asked for jobs, by name
 * @param at when this was counted
 */
public record JobFigures(
        List<Day> days,
        List<Saying> printing,
        Map<String, String> states,
        Map<String, String> sources,
        List<String> people,
        Instant at) {
    public JobFigures {
        days = List.copyOf(days);
        printing = List.copyOf(printing);
        states = Map.copyOf(states);
        sources = Map.copyOf(sources);
        people = List.copyOf(people);
    }

    /** So many jobs of a state on a day. */
    public record Day(LocalDate day, String state, long number) {}

    /** A job that says that it prints. */
    public record Saying(JobId id, LocalDate day) {}
}
