package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before a print starts, with what was read for it.
 *
 * @param printer the printer
 * @param build the build, or null when it could not be read
 * @param title the build's title
 * @param entry the queue entry that is to be printed, or null when the build does not come from the queue
 * @param state the printer's state as just read
 * @param objection last part of the message key that says why it can't start now, or null when it can
 * @param materials spool by spool
 * @param doneAt about when it would be done, or null
 * @param unconfirmed an earlier start at this printer whose outcome nobody knows, or null
 * @param unticked whether the form came back without the tick
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
        @Nullable Instant doneAt,
        @Nullable Action unconfirmed,
        boolean unticked,
        @Nullable Trouble trouble) {

    /** Whether the build needs support material, whose level no printer reports (field note 37). */
    public boolean needsSupport() {
        Double need = build == null ? null : build.needs().supportCubicCentimetres();
        return need != null && need > 0;
    }

    static PrintDialog of(
            Printer printer,
            QueueReading reading,
            Build build,
            @Nullable EntryId entry,
            @Nullable Action unconfirmed,
            boolean unticked,
            Instant now) {
        String objection = Readiness.ready(reading.printer())
                ? Fit.objection(reading.printer(), build).orElse(null)
                : "not-ready";
        return new PrintDialog(
                printer,
                build,
                Wording.title(build),
                entry,
                Readiness.word(reading.printer()),
                objection,
                MaterialCheck.of(reading.printer(), build),
                build.estimate() == null ? null : now.plus(build.estimate()),
                unconfirmed,
                unticked,
                null);
    }

    static PrintDialog without(Printer printer, Trouble trouble) {
        return new PrintDialog(printer, null, "", null, "", null, List.of(), null, null, false, trouble);
    }
}
