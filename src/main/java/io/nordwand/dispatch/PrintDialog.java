package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before a print starts, with what was read for it.
 *
 * @param printer the printer, as the farm knows it after that reading
 * @param build the build, or null when it could not be read
 * @param title the build's title
 * @param entry the queue entry that is to be printed, or null when the build does not come from the queue
 * @param state the printer's state as just read
 * @param objection message key that says why it can't start now, or null when it can
 * @param materials spool by spool
 * @param readAt when it was read, or null
 * @param doneAt about when it would be done, or null
 * @param unconfirmed an earlier start at this printer whose outcome nobody knows, or null
 * @param since since when the printer is in its state, by which the answer tells that nothing happened in between; or null
 * @param again message key that says why the question is asked again, or null
 * @param trouble why it could not be read, or null
 */
public record PrintDialog(
        Printer printer,
        @Nullable Build build,
        String title,
        @Nullable EntryId entry,
        String state,
        @Nullable String objection,
        List<MaterialCheck> materials,
        @Nullable Instant readAt,
        @Nullable Instant doneAt,
        @Nullable Action unconfirmed,
        @Nullable Instant since,
        @Nullable String again,
        @Nullable Trouble trouble) {

    /** Whether a start can be asked for. */
    public boolean startable() {
        return build != null && objection == null && trouble == null;
    }

    /** Whether a spool has that verdict. */
    public boolean lacks(String verdict) {
        return materials.stream().anyMatch(check -> check.verdict().key().equals(verdict));
    }

    /** Whether the build needs support material, whose level no printer reports (field note 37). */
    public boolean needsSupport() {
        Double need = build == null ? null : build.needs().supportCubicCentimetres();
        return need != null && need > 0;
    }

    /** Whether approvals are on and the build has none. */
    public boolean unapproved() {
        return build != null && Boolean.FALSE.equals(build.approved());
    }

    static PrintDialog of(
            Printer printer,
            QueueReading now,
            Build build,
            @Nullable EntryId entry,
            Forecasts forecasts,
            @Nullable Action unconfirmed) {
        Instant readAt = now.queue().readAt();
        return new PrintDialog(
                printer,
                build,
                Wording.title(build),
                entry,
                Readiness.word(now.printer()),
                objection(now, build, entry),
                MaterialCheck.of(forecasts.now(now, build)),
                readAt,
                build.estimate() == null ? null : readAt.plus(build.estimate()),
                unconfirmed,
                printer.since().at(),
                null,
                null);
    }

    private static @Nullable String objection(QueueReading now, Build build, @Nullable EntryId entry) {
        if (!Readiness.ready(now.printer())) {
            return "dispatch.print.not-ready";
        }
        if (entry != null && !Reading.holds(now, entry, build.id())) {
            return "dispatch.print.entry-gone";
        }
        return Fit.objection(now.printer(), build)
                .map(objection -> "dispatch.print." + objection.key())
                .orElse(null);
    }

    static PrintDialog without(Printer printer, @Nullable EntryId entry, Trouble trouble) {
        return new PrintDialog(printer, null, "", entry, "", null, List.of(), null, null, null, null, null, trouble);
    }

    /** The answer was not good enough. */
    PrintDialog again(String why) {
        return new PrintDialog(
                printer,
                build,
                title,
                entry,
                state,
                objection,
                materials,
                readAt,
                doneAt,
                unconfirmed,
                since,
                why,
                trouble);
    }
}
