package io.nordwand.history;

import java.util.Arrays;
import java.util.Locale;

/** Orders of builds. What is not known comes last; builds that are equal in it are in the order of their ids. */
public enum BuildSort {
    /** The last made first. */
    NEWEST("sort_at desc, id desc"),
    /** The first made first. */
    OLDEST("sort_at, id"),
    /** By title. */
    TITLE("folded, id"),
    /** The longest print time first. */
    LONGEST("estimate_millis desc nulls last, id"),
    /** The largest need of main material first. */
    MATERIAL("need_primary desc nulls last, id");

    private final String order;

    BuildSort(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order with that key, or the usual one. */
    public static BuildSort from(String key) {
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElse(NEWEST);
    }
}
