package io.nordwand.farm.record;

import java.util.List;

/**
 * One page of a list of Eiger, as far as it can be used.
 *
 * @param items what could be identified, in the order received; the same item may be on several pages (field note 18)
 * @param received how many items were on the page, usable or not
 * @param more whether another page follows
 */
public record Leaf<T>(List<T> items, int received, boolean more) {
    public Leaf {
        items = List.copyOf(items);
    }
}
