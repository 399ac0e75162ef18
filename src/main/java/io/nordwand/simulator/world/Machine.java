package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What does not change about a device.
 *
 * @param number place in the organization, from 0
 * @param name display name; neither unique nor always there (field note 34)
 * @param seed seed of its own chance
 */
public record Machine(int number, UUID id, String name, String model, String series, Instant createdAt, long seed) {

    private static final Map<String, String> SERIES = Map.of(
            "X3", "Industrial Series",
            "X5", "Industrial Series",
            "X7", "Industrial Series",
            "Mark Two", "Desktop Series",
            "Onyx One", "Desktop Series",
            "Onyx Pro", "Desktop Series");
    private static final List<String> WITHOUT_FIBER = List.of("X3", "Onyx One", "Metal X");

    static Machine of(long seed, int number, String name, String model, Instant start) {
        Dice dice = Dice.of(seed, "machine", number);
        return new Machine(
                number,
                Dice.id(seed, "device", number),
                name,
                model,
                SERIES.getOrDefault(model, model),
                start.minus(dice.minutes(200_000, 2_000_000)),
                Dice.mix(seed, "device", number));
    }

    /** Whether it is a furnace, which neither prints nor holds material. */
    public boolean furnace() {
        return model.startsWith("Sinter");
    }

    /** Whether the organization sees wear parts of it (field note 36). */
    public boolean maintained() {
        return series.equals("Industrial Series") || series.equals("Desktop Series");
    }

    /** When its record last changed, which is no sign of life (field note 30). */
    public Instant updatedAt() {
        return createdAt.plus(Dice.of(seed, "updated").minutes(1_000, 90_000));
    }

    /** Whether it takes builds like this one, whatever is loaded. */
    public boolean fits(Build build) {
        return build.series().equals(series);
    }

    boolean likes(Build build) {
        return fits(build) && build.sliced() && !(build.need(true) > 0 && WITHOUT_FIBER.contains(model) && !metal());
    }

    private boolean metal() {
        return model.equals("Metal X");
    }
}
