package io.nordwand.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way each time for the same seed and key, whatever was asked before. */
public final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The dice of this key. */
    public static Dice of(long seed, Object... key) {
        return new Dice(mix(seed, key));
    }

    /** The id of this key, in the form of a random UUID (version 4). */
    public static UUID id(long seed, Object... key) {
        SplittableRandom random = new SplittableRandom(mix(seed, key));
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** A seed of its own for a part of the world. */
    public static long mix(long seed, Object... key) {
        long hash = seed * 0x9E37_79B9_7F4A_7C15L + 0xCBF2_9CE4_8422_2325L;
        for (Object part : key) {
            String text = String.valueOf(part);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
            }
            hash = (hash ^ 0x1F) * 0x100_0000_01B3L;
        }
        return hash;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number in that span. */
    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    Duration seconds(long low, long high) {
        return Duration.ofMillis(random.nextLong(low * 1000, high * 1000 + 1));
    }

    Duration minutes(long low, long high) {
        return seconds(low * 60, high * 60);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
