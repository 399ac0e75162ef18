package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the copies of Eiger's lists for tests, and looks into them as the program does. */
public final class BuildShelf {

    private final Database database;

    public BuildShelf(Database database) {
        this.database = database;
    }

    /** Forgets everything and keeps these builds. */
    public void builds(List<BuildRecord> builds) {
        database.now(jdbc -> {
            Shelf<BuildRecord> shelf = new Shelf<>(BuildColumns.TABLE);
            shelf.clear(jdbc);
            return shelf.put(jdbc, builds);
        });
    }

    public void builds(BuildRecord... builds) {
        builds(List.of(builds));
    }

    /** Forgets everything and keeps these jobs. */
    public void jobs(JobRecord... jobs) {
        database.now(jdbc -> {
            Shelf<JobRecord> shelf = new Shelf<>(JobColumns.TABLE);
            shelf.clear(jdbc);
            return shelf.put(jdbc, List.of(jobs));
        });
    }

    public BuildSearch search() {
        return new StoredBuilds(database);
    }

    public BuildRuns runs() {
        return new StoredRuns(database);
    }

    /** A sliced build of 4 parts for the X7, of Onyx and carbon fiber, 7 h; id {@code build-<title>}. */
    public static BuildRecord build(String title, Instant createdAt) {
        return record(new Build(
                new BuildId("build-" + title),
                title,
                "X7",
                4,
                "Onyx",
                "Carbon Fiber",
                new Needs(120.5, 14.2, null),
                Duration.ofHours(7),
                true,
                null,
                createdAt));
    }

    /** That build with costs by the vendor's prices alone. */
    public static BuildRecord record(Build build) {
        return new BuildRecord(
                build,
                build.createdAt(),
                false,
                build.secondaryMaterial() == null ? null : build.needs().secondaryCubicCentimetres(),
                new Costs(28.92, null, null, 19.17, 48.09),
                Costs.UNKNOWN);
    }

    /** A job of that build. */
    public static JobRecord job(
            String id,
            BuildRecord build,
            String state,
            @Nullable String printer,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {
        return new JobRecord(
                new JobId(id),
                build,
                printer == null ? null : new PrinterId("id-" + printer),
                printer == null ? "" : printer,
                state,
                "Eiger",
                new PersonRecord("u-1", "Lena Brunner", "lena@example.com"),
                state.equals("Backlogged") ? new PersonRecord("u-2", "Aylin Demir", "aylin@example.com") : null,
                null,
                startedAt,
                startedAt,
                endedAt == null ? startedAt : endedAt,
                endedAt);
    }
}
