package io.nordwand.farm;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wear part of a printer (Eiger: maintenance_status, only on some series; field note 36).
 *
 * @param title its name as Eiger wrote it
 * @param status what is due, free text as Eiger wrote it, blank when not given
 * @param lifeLeftPercent share of its life left, clamped to 0 to 100, or null when not known
 */
public record Consumable(
        String title, String status, @Nullable Double lifeLeftPercent) {

    /** Whether the part is to be replaced now, however Eiger spelled it ("Due Now", "dueNow"). */
    public boolean dueNow() {
        return status.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT).equals("duenow");
    }
}
