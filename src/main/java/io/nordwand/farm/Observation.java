package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a printer out of what Eiger says now and what was known of it before; pure, so that every rule has its test. */
final class Observation {

    private final Duration exactWithin;

    /**
     * @param exactWithin longest pause between two readings of a printer at which a change between them counts as just
     *     seen; after a longer one (an outage) its time is "at least"
     */
    Observation(Duration exactWithin) {
        this.exactWithin = exactWithin;
    }

    /** The printer after a new report; the queue stays as it was read last. */
    Printer of(@Nullable Printer before, PrinterReport answer, Instant now) {
        // The same object for the same report makes the many comparisons of farms cheap.
        PrinterReport report = before != null && before.report().equals(answer) ? before.report() : answer;
        ActiveJob job = report.activeJob();
        StateWord word = StateWord.of(report.state());
        PrinterReport lastContact = word.inContact() ? null : lastContact(before);
        boolean lost = lost(before, word, job, lastContact);
        Instant movedAt = Progress.movedAt(before, job, now);
        Instant finishAt = Progress.finishAt(before, job, now);
        StateGroup group = group(word, lost, Progress.moves(job, movedAt, now));
        Since since = since(before, report, group, now);
        return new Printer(
                report,
                group,
                Cautions.of(report, group, since, finishAt, now),
                since,
                finishAt,
                lost,
                before == null ? null : before.queue(),
                now,
                movedAt,
                lastContact);
    }

    /** The printer as time goes by without a new report: standstill and cautions may come, the reading stays as old. */
    Printer again(Printer before, Instant now) {
        return of(before, before.report(), now).withReadAt(before.readAt());
    }

    private static StateGroup group(StateWord word, boolean lost, boolean moves) {
        if (word == StateWord.LOW_ON_MATERIAL && moves) {
            return StateGroup.PRINTING;
        }
        return word == StateWord.OFFLINE && lost ? StateGroup.HANDS : word.group();
    }

    private static @Nullable PrinterReport lastContact(@Nullable Printer before) {
        if (before == null) {
            return null;
        }
        return StateWord.of(before.report().state()).inContact() ? before.report() : before.lastContact();
    }

    private static boolean lost(
            @Nullable Printer before, StateWord word, @Nullable ActiveJob job, @Nullable PrinterReport lastContact) {
        if (word.inContact()) {
            return false;
        }
        boolean worked = job != null || (lastContact != null && lastContact.activeJob() != null);
        return (word == StateWord.OFFLINE && worked) || (before != null && before.lostWhilePrinting());
    }

    private Since since(@Nullable Printer before, PrinterReport report, StateGroup group, Instant now) {
        if (before == null) {
            return new Since(now, false);
        }
        if (before.group() == group && sameWord(before.report().state(), report.state())) {
            return before.since();
        }
        return new Since(now, Duration.between(before.readAt(), now).compareTo(exactWithin) <= 0);
    }

    private static boolean sameWord(@Nullable String before, @Nullable String now) {
        StateWord word = StateWord.of(now);
        if (word != StateWord.of(before)) {
            return false;
        }
        return word != StateWord.OTHER
                || (before != null && now != null && before.strip().equalsIgnoreCase(now.strip()));
    }
}
