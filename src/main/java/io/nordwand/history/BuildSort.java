package io.nordwand.history;

import java.util.Arrays;
import java.util.Locale;

/** Orders of builds. What is not known comes last; builds that are equal in it are in the order of their ids. */
public enum BuildSort {
    /** The last made first. */
    NEWEST("sort_at", " desc", " desc"),
    /** The first made first. */
    OLDEST("sort_at", "", ""),
    /** By title. */
    TITLE("folded", "", ""),
    /** The longest print time first. */
    LONGEST("estimate_millis", " desc nulls last", ""),
    /** The largest need of main material first. */
    MATERIAL("need_primary", " desc nulls last", "");

    private final String column;
    private final String way;
    private final String ties;

    BuildSort(String column, String way, String ties) {
        this.column = column;
        this.way = way;
        this.ties = ties;
    }

    /** For all builds: by the index of that order, until the page is full. */
    String walked() {
        return column + way + ", id" + ties;
    }

    /**
     * For those that are looked for: H2 would walk the same index and read each row whole to find out whether it fits,
     * where it is quicker to look through an index with all that is asked for and to sort what fits.
     */
    String sorted() {
        return "coalesce(" + column + ", " + column + ")" + way + ", id" + ties;
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
