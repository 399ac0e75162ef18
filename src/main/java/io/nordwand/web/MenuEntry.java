package io.nordwand.web;

import io.nordwand.farm.Farm;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the menu. A module that has a page of its own declares it as a bean; the frame collects all of them.
 *
 * @param key section key that the module's pages give to the layout, also used in element ids
 * @param message message key of the label
 * @param url where it leads
 * @param icon name of a sprite symbol without {@code i-}
 * @param order place in the menu, low first; on phones, from 50 on it is under "More"
 * @param role least role of those who see it
 * @param count what stands beside the label, drawn anew with each change of the farm; null for nothing
 */
public record MenuEntry(
        String key,
        String message,
        String url,
        String icon,
        int order,
        Role role,
        Function<Farm, @Nullable Count> count) {

    /** An entry for everyone, with a figure. */
    public MenuEntry(
            String key, String message, String url, String icon, int order, Function<Farm, @Nullable Count> count) {
        this(key, message, url, icon, order, Role.VIEWER, count);
    }

    /** An entry without a figure. */
    public static MenuEntry of(String key, String message, String url, String icon, int order) {
        return new MenuEntry(key, message, url, icon, order, farm -> null);
    }

    /** An entry without a figure, for those who may do that much. */
    public static MenuEntry of(String key, String message, String url, String icon, int order, Role role) {
        return new MenuEntry(key, message, url, icon, order, role, farm -> null);
    }

    /**
     * The same figure, computed once for each farm instead of for each page. For figures that tell nothing but the farm,
     * which is compared by identity.
     */
    @SuppressWarnings("ReferenceEquality")
    public static Function<Farm, @Nullable Count> oncePerFarm(Function<Farm, @Nullable Count> count) {
        AtomicReference<@Nullable Counted> last = new AtomicReference<>();
        return farm -> {
            Counted known = last.get();
            if (known == null || known.farm() != farm) {
                known = new Counted(farm, count.apply(farm));
                last.set(known);
            }
            return known.count();
        };
    }

    private record Counted(Farm farm, @Nullable Count count) {}

    /**
     * The figure beside a label.
     *
     * @param number at least 1
     * @param group key of the state group that colours it, or blank
     * @param message message key of what is counted, for those who hear the page
     */
    public record Count(int number, String group, String message) {}
}
