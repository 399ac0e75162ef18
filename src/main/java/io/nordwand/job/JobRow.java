package io.nordwand.job;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Printer;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Owners;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One job as the list shows it.
 *
 * @param job what Eiger says
 * @param standing how it stands
 * @param owner the printer that works on it, or null
 * @param printer name of the printer, blank when not known
 * @param printerHref page of the printer, or null when the farm does not have it
 */
public record JobRow(
        JobRecord job,
        JobStanding standing,
        @Nullable Printer owner,
        String printer,
        @Nullable String printerHref) {

    static JobRow of(JobRecord job, Farm farm, Owners owners) {
        Printer owner = owners.of(job.id()).orElse(null);
        Printer there = Optional.ofNullable(owner)
                .or(() -> Optional.ofNullable(job.printer()).flatMap(farm::printer))
                .orElse(null);
        return new JobRow(
                job,
                JobStanding.of(job.state(), owner != null),
                owner,
                there == null ? name(job) : there.report().displayName(),
                there == null ? null : Paths.printer(there.id()));
    }

    private static String name(JobRecord job) {
        return job.printerName().isBlank() && job.printer() != null
                ? job.printer().value()
                : job.printerName();
    }

    /** Id of its element. */
    public String elementId() {
        return ElementId.of("job", job.id().value());
    }

    /** Its page. */
    public String href() {
        return path(job);
    }

    static String path(JobRecord job) {
        return "/jobs/" + Paths.segment(job.id().value());
    }

    /** Title of its build, the start of the build's id where it has none, or null when the build is not known. */
    public @Nullable String title() {
        return job.build() == null ? null : job.build().build().displayTitle();
    }

    /** Path of its build's picture, or null. */
    public @Nullable String preview() {
        return job.build() == null ? null : Paths.preview(job.build().build().id());
    }

    /** How long it waited for its start, or null when not known. */
    public @Nullable Duration waited() {
        return between(job.queuedAt() == null ? job.createdAt() : job.queuedAt(), job.startedAt());
    }

    /** How long it printed, or null when not known. */
    public @Nullable Duration printed() {
        return between(job.startedAt(), job.endedAt());
    }

    static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from) ? null : Duration.between(from, to);
    }

    /** Since when an uncertain job says that it prints, or null when not known. */
    public @Nullable Instant since() {
        return job.startedAt() == null ? job.createdAt() : job.startedAt();
    }

    /** Name of who asked for it, else of who started it, or null. */
    public @Nullable String person() {
        String requester = name(job.requester());
        return requester == null ? name(job.initiator()) : requester;
    }

    private static @Nullable String name(@Nullable PersonRecord person) {
        return person == null ? null : person.name();
    }
}
