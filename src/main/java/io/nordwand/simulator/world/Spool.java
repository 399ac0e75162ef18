package io.nordwand.simulator.world;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one hot end holds.
 *
 * @param material name, the word {@code None}, or null where the machine has no such hot end
 * @param cubicCentimetres what is left in cm³
 * @param metered whether the level was metered when the spool was loaded; else it reads 0 (field note 40)
 */
public record Spool(@Nullable String material, double cubicCentimetres, boolean metered) {

    private static final Map<String, Double> SIZES = Map.ofEntries(
            Map.entry("Carbon Fiber", 150.0),
            Map.entry("Carbon Fiber HT", 150.0),
            Map.entry("Fiberglass", 150.0),
            Map.entry("Kevlar", 150.0),
            Map.entry("17-4 PH", 200.0),
            Map.entry("Copper", 200.0),
            Map.entry("H13", 200.0),
            Map.entry("Ceramic Release", 100.0),
            Map.entry("ULTEM™ 9085 Filament", 3200.0),
            Map.entry("Vega", 3200.0));

    static final Spool ABSENT = new Spool(null, 0, true);

    static Spool full(String material) {
        return new Spool(material, material.equals(Build.NONE) ? 0 : size(material), true);
    }

    /** Whether there is something on it. */
    public boolean loaded() {
        return material != null && !material.equals(Build.NONE);
    }

    /** The level below which the printer warns, in cm³. */
    double warning() {
        return material == null ? 0 : size(material) * 0.05;
    }

    boolean watched() {
        return loaded() && metered;
    }

    Spool less(double used) {
        return watched() ? new Spool(material, Math.max(0, cubicCentimetres - used), true) : this;
    }

    Spool at(double level) {
        return new Spool(material, level, metered);
    }

    /** The same material on a new spool if this one is nearly empty. */
    Spool renewed() {
        return watched() && material != null && cubicCentimetres < 2 * warning() ? full(material) : this;
    }

    private static double size(String material) {
        return SIZES.getOrDefault(material, 800.0);
    }
}
