package io.nordwand.farm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows which queue is to be read next. Two lanes take turns, so that neither starves the other: queues that the poll
 * hints to have changed, the newest hint first, and the slow round over all, the oldest reading first, spread evenly.
 */
final class QueueNeeds {

    /** What the poll says of a queue; when it differs from what it said at the last reading, the queue is read again. */
    record Hints(
            @Nullable Integer length,
            @Nullable Duration estimate,
            @Nullable JobId job) {
        static Hints of(PrinterReport report) {
            ActiveJob job = report.activeJob();
            return new Hints(report.queueLength(), report.queueEstimate(), job == null ? null : job.id());
        }

        boolean sayEmpty() {
            return length != null && length == 0;
        }
    }

    private static final class Need {
        private Hints hints;
        private Instant hintedAt;
        private @Nullable Hints atReading;
        private Instant tried = Instant.EPOCH;
        private Instant notBefore = Instant.EPOCH;
        private int failures;
        private boolean reading;

        private Need(Hints hints, Instant hintedAt) {
            this.hints = hints;
            this.hintedAt = hintedAt;
        }
    }

    private static final Comparator<Need> MOST_URGENT = Comparator.<Need, Boolean>comparing(
                    need -> need.atReading == null && need.hints.sayEmpty())
            .thenComparing(need -> need.hintedAt, Comparator.reverseOrder())
            .thenComparing(need -> need.tried);
    private static final Comparator<Need> OLDEST = Comparator.comparing(need -> need.tried);

    private final PollProperties poll;
    private final Clock clock;
    private final Map<PrinterId, Need> needs = new HashMap<>();
    private @Nullable Instant lastPoll;
    private double roundCredit;
    private boolean roundsTurn;

    QueueNeeds(PollProperties poll, Clock clock) {
        this.poll = poll;
        this.clock = clock;
    }

    /** Takes in the hints of a good poll and grants the slow round its share for the time since the last one. */
    synchronized void polled(List<PrinterReport> reports) {
        Instant now = clock.instant();
        needs.keySet().retainAll(reports.stream().map(PrinterReport::id).collect(Collectors.toSet()));
        for (PrinterReport report : reports) {
            Hints hints = Hints.of(report);
            Need need = needs.computeIfAbsent(report.id(), id -> new Need(hints, now));
            if (!need.hints.equals(hints)) {
                need.hints = hints;
                need.hintedAt = now;
            }
        }
        if (lastPoll != null) {
            double share = (double) Duration.between(lastPoll, now).toMillis() / roundMillis();
            roundCredit = Math.min(needs.size(), roundCredit + share * needs.size());
        }
        lastPoll = now;
    }

    /** Somewhat less than the round, since a turn may have to wait for the next poll and for the one before it. */
    private long roundMillis() {
        Duration slack = poll.interval().multipliedBy(2);
        Duration half = poll.queueRound().dividedBy(2);
        Duration round = poll.queueRound().minus(slack);
        return Math.max(1, (round.compareTo(half) < 0 ? half : round).toMillis());
    }

    /** The queue to read next, if one is due. */
    synchronized Optional<PrinterId> next() {
        roundsTurn = !roundsTurn;
        return roundsTurn ? ofRound().or(this::ofHints) : ofHints().or(this::ofRound);
    }

    private Optional<PrinterId> ofHints() {
        return first(need -> !need.hints.equals(need.atReading), MOST_URGENT);
    }

    private Optional<PrinterId> ofRound() {
        if (roundCredit < 1) {
            return Optional.empty();
        }
        Optional<PrinterId> oldest = first(need -> true, OLDEST);
        oldest.ifPresent(id -> roundCredit--);
        return oldest;
    }

    private Optional<PrinterId> first(Predicate<Need> due, Comparator<Need> order) {
        Instant now = clock.instant();
        return needs.entrySet().stream()
                .filter(entry -> !entry.getValue().reading)
                .filter(entry -> !now.isBefore(entry.getValue().notBefore))
                .filter(entry -> due.test(entry.getValue()))
                .min(Map.Entry.comparingByValue(order))
                .map(Map.Entry::getKey);
    }

    /** A reading begins, whoever asked for it; what it will cover are the hints known by now. */
    synchronized @Nullable Hints begin(PrinterId id) {
        Need need = needs.get(id);
        if (need == null) {
            return null;
        }
        need.reading = true;
        need.tried = clock.instant();
        return need.hints;
    }

    /** The reading went well. */
    synchronized void done(PrinterId id, @Nullable Hints covered) {
        Need need = needs.get(id);
        if (need != null) {
            need.reading = false;
            need.failures = 0;
            need.notBefore = Instant.EPOCH;
            need.atReading = covered;
        }
    }

    /** The reading failed; this queue waits, longer each time, so that it does not take the others' turns. */
    synchronized void failed(PrinterId id) {
        Need need = needs.get(id);
        if (need != null) {
            need.reading = false;
            need.failures = Math.min(need.failures + 1, 10);
            Duration pause = poll.interval().multipliedBy(1L << need.failures);
            Duration most = poll.queueRound();
            need.notBefore = clock.instant().plus(pause.compareTo(most) > 0 ? most : pause);
        }
    }
}
