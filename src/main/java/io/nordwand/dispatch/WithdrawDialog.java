package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every entry of a build in any queue, as read for this dialog.
 *
 * @param build the build
 * @param title its title, or the beginning of its id
 * @param queues the queues that hold it
 * @param unread printers whose queue could not be read, so that nobody knows whether it waits there
 * @param unticked whether the answer named no entry
 * @param left names of printers that the answer named, but that have left the farm since the question
 */
public record WithdrawDialog(
        BuildId build, String title, List<Queue> queues, List<Unread> unread, boolean unticked, List<String> left) {

    /**
     * The entries in one queue.
     *
     * @param printer the printer
     * @param readAt when it was read
     * @param rows its entries of that build, first to print first
     */
    public record Queue(Printer printer, Instant readAt, List<Row> rows) {}

    /**
     * One entry.
     *
     * @param entry the entry
     * @param position place in the queue, from 1
     * @param requester who asked for it, or null
     */
    public record Row(
            QueueEntry entry, int position, @Nullable String requester) {}

    /**
     * A queue that could not be read.
     *
     * @param printer the printer
     * @param sentence why, or blank when it took too long
     * @param before how many entries of the build were there when it was last read, or null when it never was
     */
    public record Unread(
            Printer printer, String sentence, @Nullable Integer before) {}

    /** The build's entries in what was read, or null when there are none. */
    static @Nullable Queue queue(Printer printer, QueueReading reading, BuildId build) {
        List<QueueEntry> entries = reading.queue().entries();
        List<Row> rows = IntStream.range(0, entries.size())
                .filter(i -> Reading.isOf(entries.get(i), build))
                .mapToObj(i -> row(entries.get(i), i + 1))
                .toList();
        return rows.isEmpty() ? null : new Queue(printer, reading.queue().readAt(), rows);
    }

    private static Row row(QueueEntry entry, int position) {
        return new Row(
                entry,
                position,
                entry.requester() == null ? null : entry.requester().name());
    }

    static Unread unread(Printer printer, BuildId build, String sentence) {
        Integer before = printer.queue() == null
                ? null
                : (int) printer.queue().entries().stream()
                        .filter(entry -> Reading.isOf(entry, build))
                        .count();
        return new Unread(printer, sentence, before);
    }

    WithdrawDialog again() {
        return new WithdrawDialog(build, title, queues, unread, true, List.of());
    }

    WithdrawDialog without(List<String> gone) {
        return new WithdrawDialog(build, title, queues, unread, false, gone);
    }

    /** How many entries there are. */
    public int count() {
        return queues.stream().mapToInt(queue -> queue.rows().size()).sum();
    }
}
