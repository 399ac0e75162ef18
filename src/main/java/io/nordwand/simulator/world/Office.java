package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the organization keeps apart from its printers.
 *
 * @param wishes the backlog and the job requests
 * @param approved the approved builds, or null while approvals are off
 * @param reports when the scan report of a printed part was ordered
 * @param uploads uploaded parts, oldest first
 * @param writes number of writes so far; the ids of what they make come from it
 */
record Office(
        List<Job> wishes, @Nullable Set<UUID> approved, Map<UUID, Instant> reports, List<Upload> uploads, int writes) {

    private static final Duration REPORT_TAKES = Duration.ofSeconds(45);
    private static final int UPLOADS_KEPT = 50;

    static Office with(List<Job> wishes) {
        return new Office(wishes, null, Map.of(), List.of(), 0);
    }

    Office written() {
        return new Office(wishes, approved, reports, uploads, writes + 1);
    }

    Office wished(Job job) {
        List<Job> more = new ArrayList<>(wishes);
        more.add(job);
        return new Office(List.copyOf(more), approved, reports, uploads, writes);
    }

    Office withdrawn(Build build) {
        List<Job> left = wishes.stream()
                .filter(job -> !job.request() || !job.build().equals(build))
                .toList();
        return new Office(left, approved, reports, uploads, writes);
    }

    Office approving(@Nullable Set<UUID> builds) {
        return new Office(wishes, builds, reports, uploads, writes);
    }

    /** The report is ordered now, unless it has been before. */
    Office ordered(UUID printedPart, Instant now) {
        Map<UUID, Instant> orders = new HashMap<>(reports);
        orders.putIfAbsent(printedPart, now);
        return new Office(wishes, approved, Map.copyOf(orders), uploads, writes);
    }

    boolean reported(UUID printedPart, Instant now) {
        Instant ordered = reports.get(printedPart);
        return ordered != null && !now.isBefore(ordered.plus(REPORT_TAKES));
    }

    /** The oldest uploads are forgotten. */
    Office uploaded(Upload upload) {
        int first = Math.max(0, uploads.size() - UPLOADS_KEPT + 1);
        List<Upload> more = new ArrayList<>(uploads.subList(first, uploads.size()));
        more.add(upload);
        return new Office(wishes, approved, reports, List.copyOf(more), writes);
    }
}
