package io.nordwand.queue;

import java.util.Locale;

/**
 * A share of a length, as SVG writes it. To the hundredth only: what differs by less looks the same and is not drawn
 * again.
 *
 * @param value 0 to 100
 */
public record Percent(double value) {

    /** @param share 0 to 1 */
    static Percent of(double share) {
        return new Percent(Math.round(share * 10_000) / 100.0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
