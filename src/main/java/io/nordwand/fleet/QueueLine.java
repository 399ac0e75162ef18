package io.nordwand.fleet;

import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card says about the queue.
 *
 * @param read whether the list itself was read; otherwise the count is Eiger's hint (field note 45)
 * @param count waiting jobs, or null when not known
 * @param estimate print time of all of them, or null when not known
 */
public record QueueLine(
        boolean read, @Nullable Integer count, @Nullable Duration estimate) {

    static QueueLine of(Printer printer) {
        PrintQueue queue = printer.queue();
        if (queue == null) {
            return new QueueLine(
                    false, printer.report().queueLength(), printer.report().queueEstimate());
        }
        Duration sum = sum(queue.entries());
        return new QueueLine(
                true, queue.entries().size(), sum == null ? printer.report().queueEstimate() : sum);
    }

    /** Print time of all entries, or null when one of them does not say. */
    static @Nullable Duration sum(List<QueueEntry> entries) {
        Duration sum = Duration.ZERO;
        for (QueueEntry entry : entries) {
            Duration estimate = entry.build() == null ? null : entry.build().estimate();
            if (estimate == null) {
                return null;
            }
            sum = sum.plus(estimate);
        }
        return sum;
    }

    /** Whether something waits. */
    public boolean waiting() {
        return count != null && count > 0;
    }

    /** Message key of its sentence, whose argument is the count. */
    public String key() {
        if (count == null) {
            return "fleet.queue.unknown";
        }
        String how = count == 0 ? "none" : count == 1 ? "one" : "many";
        return "fleet.queue." + (read ? "" : "hint-") + how;
    }
}
