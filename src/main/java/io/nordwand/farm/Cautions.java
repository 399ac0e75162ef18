package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what will become a problem or does not add up; some of it comes with time alone. */
final class Cautions {

    private static final Duration OVERDUE_AFTER = Duration.ofMinutes(30);
    private static final Set<StateWord> AT_WORK =
            EnumSet.of(StateWord.PRINTING, StateWord.LOW_ON_MATERIAL, StateWord.RUNNING_JOB);

    private Cautions() {}

    static Set<Caution> of(
            PrinterReport report, StateGroup group, Since since, @Nullable Instant finishAt, Instant now) {
        StateWord word = StateWord.of(report.state());
        Set<Caution> found = EnumSet.noneOf(Caution.class);
        if (word == StateWord.LOW_ON_MATERIAL && group == StateGroup.PRINTING) {
            found.add(Caution.SPOOL_SOON);
        }
        if (word == StateWord.UPDATE_REQUIRED_ON_DEVICE) {
            found.add(Caution.UPDATE_DUE);
        }
        if (word.limit() != null && since.at().plus(word.limit()).isBefore(now)) {
            found.add(Caution.LASTS_TOO_LONG);
        }
        boolean works = report.activeJob() != null;
        if ((word == StateWord.PRINTING && !works) || (word == StateWord.READY && works)) {
            found.add(Caution.CONTRADICTION);
        }
        if (AT_WORK.contains(word)
                && group == StateGroup.PRINTING
                && finishAt != null
                && finishAt.plus(OVERDUE_AFTER).isBefore(now)) {
            found.add(Caution.OVERDUE);
        }
        if (report.consumables().stream().anyMatch(Consumable::dueNow)) {
            found.add(Caution.MAINTENANCE_DUE);
        }
        return found;
    }
}
