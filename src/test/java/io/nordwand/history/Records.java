package io.nordwand.history;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records to keep. */
public final class Records {

    private Records() {}

    /** A build of that number, made that day. */
    public static BuildRecord build(int number, Instant createdAt) {
        return new BuildRecord(
                new Build(
                        new BuildId(id("build", number)),
                        "Bracket " + number,
                        number % 3 == 0 ? "FX20" : "Desktop Series",
                        number % 12 + 1,
                        "Onyx",
                        number % 2 == 0 ? "Carbon Fiber" : null,
                        new Needs(12.5 + number, number % 2 == 0 ? 3.25 : null, null),
                        Duration.ofMinutes(30L + number % 600),
                        true,
                        null,
                        createdAt),
                createdAt,
                number % 5 == 0,
                number % 2 == 0 ? 3.25 : null,
                new Costs(3.1, null, null, 4.2, 7.3),
                Costs.UNKNOWN);
    }

    /** A job of that number in that state. */
    public static JobRecord job(int number, String state, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
        boolean waits = state.equals("Backlogged");
        return new JobRecord(
                new JobId(id("job", number)),
                build(number % 40, Instant.parse("2026-01-01T00:00:00Z")),
                waits ? null : new PrinterId(id("printer", number % 7)),
                waits ? "" : "X7-0" + number % 7,
                state,
                number % 6 == 0 ? "Device" : "Eiger",
                number % 4 == 0 ? null : new PersonRecord(id("person", number % 5), "Person " + number % 5, "p@x.org"),
                null,
                null,
                createdAt,
                waits ? null : createdAt,
                updatedAt,
                state.equals("Completed") ? updatedAt : null);
    }

    /** The same job with another state and another time of change. */
    public static JobRecord changed(JobRecord job, String state, @Nullable Instant updatedAt) {
        return new JobRecord(
                job.id(),
                job.build(),
                job.printer(),
                job.printerName(),
                state,
                job.source(),
                job.initiator(),
                job.requester(),
                job.queuedAt(),
                job.createdAt(),
                job.startedAt(),
                updatedAt,
                state.equals("Completed") ? updatedAt : null);
    }

    /** An id of that kind and number. */
    public static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
