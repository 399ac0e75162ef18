package io.nordwand.farm;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A printer as the farm knows it: Eiger's report with what we observed ourselves.
 *
 * @param report what Eiger said last
 * @param group what a person has to do about it
 * @param cautions what will become a problem, or does not add up
 * @param since when the state, and what a person has to do about it, was first seen
 * @param finishAt when the active job is expected to end, or null; it stays put while Eiger repeats the same estimate,
 *     since estimates change about once per layer (field note 31)
 * @param lostWhilePrinting whether contact was lost with an active job; stays until the printer comes back
 * @param queue its queue as last read, or null when it was not read yet
 * @param readAt when the report was read
 * @param movedAt when the active job was last seen to make progress, or null when it tells of none
 * @param lastContact while there is no contact: what was reported when there last was (job, materials), or null when
 *     there was none since the start; null as well while there is contact
 */
public record Printer(
        PrinterReport report,
        StateGroup group,
        Set<Caution> cautions,
        Since since,
        @Nullable Instant finishAt,
        boolean lostWhilePrinting,
        @Nullable PrintQueue queue,
        Instant readAt,
        @Nullable Instant movedAt,
        @Nullable PrinterReport lastContact) {
    public Printer {
        cautions = Set.copyOf(cautions);
    }

    /** A printer in contact whose progress was not watched. */
    public Printer(
            PrinterReport report,
            StateGroup group,
            Set<Caution> cautions,
            Since since,
            @Nullable Instant finishAt,
            boolean lostWhilePrinting,
            @Nullable PrintQueue queue,
            Instant readAt) {
        this(report, group, cautions, since, finishAt, lostWhilePrinting, queue, readAt, null, null);
    }

    /** Device id. */
    public PrinterId id() {
        return report.id();
    }

    /** The job it works on, or while contact is lost the one it worked on; null when none is known. */
    public @Nullable ActiveJob lastJob() {
        if (report.activeJob() != null || lastContact == null) {
            return report.activeJob();
        }
        return lastContact.activeJob();
    }

    /**
     * Key of the message that says what a person does next at the machine: {@code step.<state word>}, for example
     * {@code step.fiber-jam}, with {@code .soon}, {@code .lost}, {@code .check} or {@code .contradiction} where the word
     * alone would mislead; {@code step.unknown} for a word that nobody knows, {@code step.missing} for none.
     */
    public String nextStepKey() {
        StateWord word = StateWord.of(report.state());
        String key = "step." + word.key();
        if (word == StateWord.OFFLINE && lostWhilePrinting) {
            return key + ".lost";
        }
        if (cautions.contains(Caution.SPOOL_SOON)) {
            return key + ".soon";
        }
        if (cautions.contains(Caution.LASTS_TOO_LONG)) {
            return key + ".check";
        }
        return cautions.contains(Caution.CONTRADICTION) ? key + ".contradiction" : key;
    }

    /** Whether both tell the same apart from when it was read; what changed otherwise is worth showing anew. */
    public boolean tellsTheSameAs(Printer other) {
        return report.equals(other.report)
                && group == other.group
                && cautions.equals(other.cautions)
                && since.equals(other.since)
                && Objects.equals(finishAt, other.finishAt)
                && lostWhilePrinting == other.lostWhilePrinting
                && Objects.equals(movedAt, other.movedAt)
                && Objects.equals(lastContact, other.lastContact)
                && Objects.equals(entries(), other.entries());
    }

    private @Nullable List<QueueEntry> entries() {
        return queue == null ? null : queue.entries();
    }

    Printer withReadAt(Instant at) {
        return new Printer(
                report, group, cautions, since, finishAt, lostWhilePrinting, queue, at, movedAt, lastContact);
    }

    Printer withQueue(@Nullable PrintQueue newQueue) {
        return new Printer(
                report, group, cautions, since, finishAt, lostWhilePrinting, newQueue, readAt, movedAt, lastContact);
    }
}
