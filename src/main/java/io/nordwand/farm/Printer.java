package io.nordwand.farm;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A printer as the farm knows it: Eiger's report with what we observed ourselves.
 *
 * @param report what Eiger said last
 * @param group what a person has to do about it
 * @param cautions what will become a problem, or does not add up
 * @param since when the state was first seen
 * @param finishAt when the active job is expected to end, or null; it stays put while Eiger repeats the same estimate,
 *     since estimates change about once per layer (field note 31)
 * @param lostWhilePrinting whether it went offline with an active job
 * @param queue its queue as last read, or null when it was not read yet
 * @param readAt when the report was read
 */
public record Printer(
        PrinterReport report,
        StateGroup group,
        Set<Caution> cautions,
        Since since,
        @Nullable Instant finishAt,
        boolean lostWhilePrinting,
        @Nullable PrintQueue queue,
        Instant readAt) {
    public Printer {
        cautions = Set.copyOf(cautions);
    }

    /** Device id. */
    public PrinterId id() {
        return report.id();
    }
}
