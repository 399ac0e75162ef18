package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Slot;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a waiting job could go.
 *
 * @param printer where it waits
 * @param id its queue id
 * @param entry the entry, or null when it no longer waits or could not be read
 * @param title its title
 * @param position its place in the queue, counted from 1; 0 without an entry
 * @param length how many jobs wait there
 * @param targets the other printers, the best first
 * @param readAt when it was read, or null
 * @param trouble why it could not be read, or null
 */
public record MoveDialog(
        Printer printer,
        EntryId id,
        @Nullable QueueEntry entry,
        String title,
        int position,
        int length,
        List<Target> targets,
        @Nullable Instant readAt,
        @Nullable Trouble trouble) {

    /**
     * One printer that the job could go to.
     *
     * @param printer the printer as last read
     * @param objection message key of why it can't go there, or null
     * @param startsAt when it would start there, or null when that can't be told
     * @param finding whether the material lasts for it after all that waits there
     */
    public record Target(
            Printer printer,
            @Nullable String objection,
            @Nullable Instant startsAt,
            MaterialFinding finding) {

        private static final Comparator<Target> BEST_FIRST = Comparator.<Target, Boolean>comparing(
                        target -> target.objection() != null)
                .thenComparing(target -> target.printer().group() == StateGroup.OFF)
                .thenComparing(Target::startsAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Target::finding)
                .thenComparing(target -> target.printer().report().displayName(), String.CASE_INSENSITIVE_ORDER);

        static Target of(Printer printer, Build build, Forecasts forecasts) {
            Forecast forecast = forecasts.with(printer, List.of(build));
            List<Slot> waiting = forecast.schedule().waiting();
            int last = forecast.materials().primary().takings().size() - 1;
            return new Target(
                    printer,
                    Fit.objection(printer.report(), build)
                            .map(standing -> "dispatch.plan." + standing.key())
                            .orElse(null),
                    forecast.read() && !waiting.isEmpty()
                            ? waiting.get(waiting.size() - 1).startsAt()
                            : null,
                    forecast.read() && last >= 0 ? forecast.materials().finding(last) : MaterialFinding.UNKNOWN);
        }
    }

    /** Whether there is anything to choose. */
    public boolean movable() {
        return entry != null && entry.build() != null;
    }

    /** The printers that it can go to. */
    public List<Target> fitting() {
        return targets.stream().filter(target -> target.objection() == null).toList();
    }

    /** The others. */
    public List<Target> unfit() {
        return targets.stream().filter(target -> target.objection() != null).toList();
    }

    static MoveDialog of(Printer printer, EntryId id, QueueReading now, List<Printer> others, Forecasts forecasts) {
        int position = Reading.position(now, id);
        QueueEntry entry = position == 0 ? null : now.queue().entries().get(position - 1);
        Build build = entry == null ? null : entry.build();
        return new MoveDialog(
                printer,
                id,
                entry,
                entry == null ? Wording.title(printer, id) : Wording.title(entry),
                position,
                now.queue().entries().size(),
                build == null
                        ? List.of()
                        : others.stream()
                                .map(other -> Target.of(other, build, forecasts))
                                .sorted(Target.BEST_FIRST)
                                .toList(),
                now.queue().readAt(),
                null);
    }

    static MoveDialog without(Printer printer, EntryId id, Trouble trouble) {
        return new MoveDialog(printer, id, null, Wording.title(printer, id), 0, 0, List.of(), null, trouble);
    }
}
