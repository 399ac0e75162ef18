package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A physical copy of a part, worked out from its job.
 *
 * @param state where it is in its life, or null when nobody knows
 */
public record PrintedPart(
        UUID id,
        Job job,
        @Nullable String state,
        @Nullable String notes,
        @Nullable Instant updatedAt) {

    private static final List<String> METAL_LIFE =
            List.of("Printed", "Washing", "Washed", "Drying", "Dried", "Sintering", "Sintered");

    /** The parts of a job; none of a job that never started. */
    static Stream<PrintedPart> of(Job job, Instant now) {
        return job.startedAt() == null
                ? Stream.empty()
                : IntStream.range(0, job.build().partCount()).mapToObj(i -> of(job, i, now));
    }

    static boolean of(Job job, UUID id) {
        return job.id().getMostSignificantBits() == id.getMostSignificantBits();
    }

    private static PrintedPart of(Job job, int number, Instant now) {
        // The job's id with other low bits: a part leads back to its job without an index.
        UUID id = new UUID(job.id().getMostSignificantBits(), job.id().getLeastSignificantBits() ^ (number + 1));
        Dice dice = Dice.of(id.getLeastSignificantBits(), "part");
        String notes = dice.chance(0.2) ? "SN %06d".formatted(dice.below(1_000_000)) : null;
        return new PrintedPart(id, job, state(job, dice, now), notes, job.updatedAt());
    }

    /** When it was printed, or null while it is not. */
    public @Nullable Instant printedAt() {
        return job.endedAt();
    }

    private static @Nullable String state(Job job, Dice dice, Instant now) {
        return switch (job.state()) {
            case "Printing", "Paused" -> "Printing";
            case "Failed" -> "Print Failed";
            case "Canceled" -> "Discarded";
            case "Completed" -> dice.chance(0.03) ? "Discarded" : completed(job, now);
            default -> null;
        };
    }

    private static String completed(Job job, Instant now) {
        if (!job.build().series().equals("Metal X") || job.endedAt() == null) {
            return "Printed";
        }
        long stages = Duration.between(job.endedAt(), now).toHours() / 16;
        return METAL_LIFE.get((int) Math.max(0, Math.min(METAL_LIFE.size() - 1, stages)));
    }
}
