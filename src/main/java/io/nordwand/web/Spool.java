package io.nordwand.web;

import io.nordwand.farm.Material;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about one hot end. Eiger gives no capacity, so there is a level and no share of a full spool.
 *
 * @param place {@code primary} or {@code secondary}, for the message key
 * @param known whether Eiger mentioned it at all
 * @param name material as Eiger wrote it, or null when nothing is loaded or nothing is known
 * @param level amount left in whole cm³, or null when not known
 */
public record Spool(
        String place,
        boolean known,
        @Nullable String name,
        @Nullable String level) {

    private static final Pattern FIBER = Pattern.compile("fib(er|re)|kevlar|hsht|glass");
    private static final Pattern METAL = Pattern.compile("steel|stainless|copper|inconel|17-4|316|\\b(h13|a2|d2)\\b");

    public static Spool of(String place, @Nullable Material material, Locale locale) {
        if (material == null) {
            return new Spool(place, false, null, null);
        }
        Double left = material.remainingCubicCentimetres();
        String level = left == null || material.name() == null ? null : String.format(locale, "%,.0f", left);
        return new Spool(place, true, material.name(), level);
    }

    /** Shape of its sign: square for plastic, diamond for fiber, hexagon for metal. */
    public String kind() {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return FIBER.matcher(lower).find() ? "fiber" : METAL.matcher(lower).find() ? "metal" : "plastic";
    }

    /** CSS class of its tint; a material without a tint of its own gets a class that no rule knows. */
    public String tint() {
        String lower = name == null
                ? ""
                : Words.fold(name).replace("™", "").replace("®", "").strip();
        return switch (lower) {
            case "onyx" -> "m-onyx";
            case "onyx fr" -> "m-onyxfr";
            case "onyx esd" -> "m-onyxesd";
            case "nylon white", "nylon" -> "m-nylon";
            case "precise pla", "pla" -> "m-pla";
            case "carbon fiber" -> "m-cf";
            case "hsht fiberglass" -> "m-hsht";
            case "fiberglass" -> "m-fg";
            case "kevlar" -> "m-kevlar";
            case "17-4 ph stainless", "17-4 ph stainless steel" -> "m-ph174";
            case "copper" -> "m-copper";
            case "h13", "h13 tool steel" -> "m-h13";
            default -> lower.startsWith("ultem") ? "m-ultem" : "m-other";
        };
    }
}
