package io.nordwand.job;

import static io.nordwand.farm.FarmFixtures.NOW;

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
import org.jspecify.annotations.Nullable;

/** Jobs to show. */
final class Samples {

    private Samples() {}

    static Instant ago(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    static BuildRecord build(String title) {
        return new BuildRecord(
                new Build(
                        new BuildId("b-" + title),
                        title,
                        "X7",
                        2,
                        "Onyx",
                        "Carbon Fiber",
                        new Needs(206.3, 33.5, null),
                        Duration.ofMinutes(810),
                        true,
                        null,
                        NOW),
                NOW,
                true,
                33.5,
                new Costs(49.51, null, null, 45.23, 94.74),
                Costs.UNKNOWN);
    }

    /** A job that was queued three hours before its start; Lena asked for it, Marco started it on X7-01. */
    static JobRecord job(String id, String title, String state, @Nullable Instant started, @Nullable Instant ended) {
        return new JobRecord(
                new JobId(id),
                build(title),
                new PrinterId("id-X7-01"),
                "X7-01",
                state,
                "Eiger",
                new PersonRecord("u-1", "Marco Keller", "marco@example.com"),
                new PersonRecord(null, "Lena Brunner", "lena@example.com"),
                started == null ? null : started.minus(Duration.ofHours(3)),
                started == null ? null : started.minus(Duration.ofHours(2)),
                started,
                NOW,
                ended);
    }

    /** Nothing is known but the id. */
    static JobRecord bare(String id) {
        return new JobRecord(new JobId(id), null, null, "", "", "", null, null, null, null, null, null, null);
    }
}
