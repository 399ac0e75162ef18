package io.nordwand.farm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Eiger says of one printer (or furnace) in one answer. A null is a key that Eiger left out: not known, never zero
 * and never empty (field note 26).
 *
 * @param id device id
 * @param name display name, not unique, or null (field note 34)
 * @param model device type as Eiger wrote it, blank when not given
 * @param series device series as Eiger wrote it, blank when not given
 * @param state state word as Eiger wrote it, or null
 * @param primary first hot end, or null when not known
 * @param secondary second hot end (on composite printers the fiber), or null when not known
 * @param queueLength number of waiting jobs, a hint only (field note 45), or null
 * @param queueEstimate sum of the estimates of the waiting jobs, or null
 * @param activeJob what it works on, or null when Eiger names nothing
 * @param consumables wear parts, empty when the series has none
 */
public record PrinterReport(
        PrinterId id,
        @Nullable String name,
        String model,
        String series,
        @Nullable String state,
        @Nullable Material primary,
        @Nullable Material secondary,
        @Nullable Integer queueLength,
        @Nullable Duration queueEstimate,
        @Nullable ActiveJob activeJob,
        List<Consumable> consumables) {
    public PrinterReport {
        consumables = List.copyOf(consumables);
    }

    PrinterReport withId(PrinterId same) {
        return new PrinterReport(
                same,
                name,
                model,
                series,
                state,
                primary,
                secondary,
                queueLength,
                queueEstimate,
                activeJob,
                consumables);
    }

    /** The name, or for a nameless printer "unnamed · model · first 8 of id" (field note 34). */
    public String displayName() {
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        String id8 = id.value().length() > 8 ? id.value().substring(0, 8) : id.value();
        return "unnamed · " + (model.isBlank() ? "unknown model" : model) + " · " + id8;
    }
}
