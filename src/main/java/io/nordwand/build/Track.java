package io.nordwand.build;

import io.nordwand.farm.Farm;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.BuildRuns.InState;
import io.nordwand.history.BuildRuns.Runs;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Owners;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build's runs, and how they ended.
 *
 * @param count how many there are, the backlog apart
 * @param states how many in each state, the most frequent first
 * @param completed how many were printed to their end
 * @param ended how many ended one way or another: completed, failed or canceled
 * @param rows the newest
 */
public record Track(long count, List<State> states, long completed, long ended, List<Row> rows) {

    /**
     * Runs in one state.
     *
     * @param word state as Eiger wrote it, blank when not given
     */
    public record State(String word, JobStanding standing, long count) {}

    /**
     * One run.
     *
     * @param jobHref path of the job's page
     * @param word state as Eiger wrote it, blank when not given
     * @param printer name of the printer, blank when nobody knows it
     * @param href path of the printer's page, or null when the farm does not have it
     * @param startedAt when it started, or null
     * @param endedAt when it ended, or null
     * @param starter who started it, or null
     */
    public record Row(
            String elementId,
            String jobHref,
            String word,
            JobStanding standing,
            String printer,
            @Nullable String href,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String starter) {

        /** How long it took, or null when that is not known. */
        public @Nullable Duration took() {
            return startedAt == null || endedAt == null || endedAt.isBefore(startedAt)
                    ? null
                    : Duration.between(startedAt, endedAt);
        }
    }

    static Track of(Runs runs, Farm farm) {
        Owners owners = new Owners(farm);
        List<Row> rows =
                runs.newest().stream().map(job -> row(job, farm, owners)).toList();
        long running = rows.stream()
                .filter(row -> row.standing() == JobStanding.PRINTING)
                .count();
        return new Track(
                runs.count(),
                runs.states().stream().flatMap(state -> states(state, running)).toList(),
                runs.in("Completed"),
                runs.in("Completed") + runs.in("Failed") + runs.in("Canceled"),
                rows);
    }

    /** Of those that say that they print, only what some printer has is told so (field note 29). */
    private static Stream<State> states(InState state, long running) {
        JobStanding standing = JobStanding.of(state.state(), false);
        return standing != JobStanding.UNCERTAIN
                ? Stream.of(new State(state.state(), standing, state.count()))
                : Stream.of(
                                new State(state.state(), JobStanding.PRINTING, Math.min(running, state.count())),
                                new State(state.state(), standing, state.count() - running))
                        .filter(part -> part.count() > 0);
    }

    private static Row row(JobRecord job, Farm farm, Owners owners) {
        boolean there = job.printer() != null && farm.printer(job.printer()).isPresent();
        return new Row(
                ElementId.of("run", job.id().value().toLowerCase(Locale.ROOT)),
                "/jobs/" + Paths.segment(job.id().value()),
                job.state(),
                owners.standing(job),
                job.printerName(),
                there && job.printer() != null ? Paths.printer(job.printer()) : null,
                job.startedAt(),
                job.endedAt(),
                job.initiator() == null ? null : job.initiator().name());
    }

    /** Share of those that ended which were printed to their end, in percent; null when none ended. */
    public @Nullable Double rate() {
        return ended == 0 ? null : (Double) (100.0 * completed / ended);
    }

    /** Runs that the rate does not count, since they did not end, or nobody knows how. */
    public long uncounted() {
        return count - ended;
    }

    /** Runs that are not listed. */
    public long more() {
        return Math.max(0, count - rows.size());
    }
}
