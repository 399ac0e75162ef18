package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two readings of an active job tell of its progress and end. */
final class Progress {

    private static final Duration STANDSTILL = Duration.ofMinutes(15);
    private static final Duration SHORTEST_STANDSTILL = Duration.ofMinutes(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofHours(1);
    /** An estimate beyond this is garbage, and adding it could leave the range of time itself. */
    private static final Duration LONGEST_PRINT = Duration.ofDays(365);

    private Progress() {}

    /**
     * When the job was last seen to move, or null when it says nothing of its progress. A job that is seen for the
     * first time counts as moving, since red must not be shown on a guess.
     */
    static @Nullable Instant movedAt(@Nullable Printer before, @Nullable ActiveJob job, Instant now) {
        if (job == null || (job.progressPercent() == null && job.layer() == null && job.remaining() == null)) {
            return null;
        }
        ActiveJob earlier = sameJob(before, job);
        if (before == null || earlier == null || before.movedAt() == null || differs(earlier, job)) {
            return now;
        }
        return before.movedAt();
    }

    private static boolean differs(ActiveJob earlier, ActiveJob job) {
        if (job.progressPercent() == null && job.layer() == null) {
            return !Objects.equals(earlier.remaining(), job.remaining());
        }
        return !Objects.equals(earlier.progressPercent(), job.progressPercent())
                || !Objects.equals(earlier.layer(), job.layer());
    }

    /**
     * Whether the job goes on. Progress changes about once per layer, so it stands only after three layer times without
     * a change (field note 31), within 10 and 60 min; 15 min when layer times are not known.
     */
    static boolean moves(@Nullable ActiveJob job, @Nullable Instant movedAt, Instant now) {
        if (job == null || movedAt == null || "paused".equalsIgnoreCase(job.state())) {
            return false;
        }
        return !movedAt.plus(standstill(job)).isBefore(now);
    }

    private static Duration standstill(ActiveJob job) {
        Duration left = job.remaining();
        if (left == null || !plausible(left) || job.layer() == null || job.layerCount() == null) {
            return STANDSTILL;
        }
        Duration three = left.multipliedBy(3).dividedBy(Math.max(1, job.layerCount() - job.layer() + 1L));
        if (three.compareTo(SHORTEST_STANDSTILL) < 0) {
            return SHORTEST_STANDSTILL;
        }
        return three.compareTo(LONGEST_STANDSTILL) > 0 ? LONGEST_STANDSTILL : three;
    }

    /**
     * When the job is expected to end, or null when that is not known. Stays put while the same estimate is repeated;
     * an estimate of nothing left stays put whatever the progress does, so that the job can become overdue.
     */
    static @Nullable Instant finishAt(@Nullable Printer before, @Nullable ActiveJob job, Instant now) {
        if (job == null || job.remaining() == null || !plausible(job.remaining())) {
            return null;
        }
        ActiveJob earlier = sameJob(before, job);
        if (before != null && earlier != null && before.finishAt() != null) {
            boolean repeated = Objects.equals(earlier.remaining(), job.remaining());
            boolean stands = Objects.equals(earlier.progressPercent(), job.progressPercent());
            if (repeated && (stands || job.remaining().isZero())) {
                return before.finishAt();
            }
        }
        return now.plus(job.remaining());
    }

    private static boolean plausible(Duration remaining) {
        return !remaining.isNegative() && remaining.compareTo(LONGEST_PRINT) <= 0;
    }

    private static @Nullable ActiveJob sameJob(@Nullable Printer before, ActiveJob job) {
        ActiveJob earlier = before == null ? null : before.report().activeJob();
        return earlier != null && earlier.id().equals(job.id()) ? earlier : null;
    }
}
