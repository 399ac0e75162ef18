package io.nordwand.job;

import io.nordwand.farm.Build;
import io.nordwand.farm.Farms;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Owners;
import io.nordwand.web.Csv;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes jobs as comma-separated values for spreadsheets; what is not known is an empty cell, never a zero. */
@Component
class JobCsv {

    private static final List<String> COLUMNS = List.of(
            "job_id",
            "build",
            "build_id",
            "state",
            "state_in_eiger",
            "printer",
            "printer_id",
            "source",
            "queued_utc",
            "created_utc",
            "started_utc",
            "ended_utc",
            "started_local",
            "ended_local",
            "waited_s",
            "printed_s",
            "initiator",
            "requester",
            "primary_material",
            "secondary_material",
            "primary_cm3",
            "secondary_cm3",
            "support_cm3",
            "standard_cost",
            "custom_cost");

    private final Csv csv;
    private final Farms farms;

    JobCsv(Csv csv, Farms farms) {
        this.csv = csv;
        this.farms = farms;
    }

    /** The first line; addresses only where they may be seen. */
    static String head(boolean emails) {
        List<String> names = new ArrayList<>(COLUMNS);
        if (emails) {
            names.addAll(List.of("initiator_email", "requester_email"));
        }
        return Csv.head(names.toArray(String[]::new));
    }

    String lines(List<JobRecord> jobs, boolean emails) {
        Owners owners = new Owners(farms.current());
        return jobs.stream().map(job -> line(job, owners.own(job.id()), emails)).collect(Collectors.joining());
    }

    private String line(JobRecord job, boolean owned, boolean emails) {
        JobStanding standing = JobStanding.of(job.state(), owned);
        BuildRecord held = job.build();
        Build build = held == null ? null : held.build();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(job.id().value());
        cells.add(build == null ? null : build.title());
        cells.add(build == null ? null : build.id().value());
        cells.add(standing == JobStanding.OTHER ? job.state() : standing.key());
        cells.add(job.state());
        cells.add(job.printerName());
        cells.add(job.printer() == null ? null : job.printer().value());
        cells.add(job.source());
        cells.add(Csv.utc(job.queuedAt()));
        cells.add(Csv.utc(job.createdAt()));
        cells.add(Csv.utc(job.startedAt()));
        cells.add(Csv.utc(job.endedAt()));
        cells.add(csv.local(job.startedAt()));
        cells.add(csv.local(job.endedAt()));
        cells.add(seconds(JobRow.between(job.queuedAt() == null ? job.createdAt() : job.queuedAt(), job.startedAt())));
        cells.add(seconds(JobRow.between(job.startedAt(), job.endedAt())));
        cells.add(name(job.initiator()));
        cells.add(name(job.requester()));
        cells.add(build == null ? null : build.primaryMaterial());
        cells.add(build == null ? null : build.secondaryMaterial());
        cells.add(build == null ? null : build.needs().primaryCubicCentimetres());
        cells.add(build == null ? null : build.needs().secondaryCubicCentimetres());
        cells.add(build == null ? null : build.needs().supportCubicCentimetres());
        cells.add(total(held == null ? null : held.standardCosts()));
        cells.add(total(held == null ? null : held.customCosts()));
        if (emails) {
            cells.add(email(job.initiator()));
            cells.add(email(job.requester()));
        }
        return Csv.line(cells.stream());
    }

    private static @Nullable Object seconds(@Nullable Duration span) {
        return span == null ? null : span.toSeconds();
    }

    private static @Nullable String name(@Nullable PersonRecord person) {
        return person == null ? null : person.name();
    }

    private static @Nullable String email(@Nullable PersonRecord person) {
        return person == null ? null : person.email();
    }

    private static @Nullable Double total(@Nullable Costs costs) {
        return costs == null ? null : costs.total();
    }
}
