package io.nordwand.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes amounts the way all pages do. What is not known is a dash, never zero. In templates it is {@code amounts}. */
@Component
public class Amounts {

    private final Locale locale;

    Amounts(WebProperties web) {
        this.locale = web.locale();
    }

    /** "412 cm³"; a dash when not known. */
    public String cubic(@Nullable Double cubicCentimetres) {
        return cubicCentimetres == null ? "–" : signed(String.format(locale, "%,.0f cm³", cubicCentimetres));
    }

    /** "412.3 cm³", for material checks; a dash when not known. */
    public String cubicExact(@Nullable Double cubicCentimetres) {
        return cubicCentimetres == null ? "–" : signed(String.format(locale, "%,.1f cm³", cubicCentimetres));
    }

    /**
     * What is left, without a unit: "131", "−12"; rounded down, so that nothing short looks like enough; a dash when not
     * known.
     */
    public String balance(@Nullable Double cubicCentimetres) {
        if (cubicCentimetres == null) {
            return "–";
        }
        double whole = Math.floor(cubicCentimetres);
        return (whole < 0 ? "−" : "") + String.format(locale, "%,.0f", Math.abs(whole));
    }

    /** "12 cm³", rounded up, for what is missing; a dash when not known. */
    public String missing(@Nullable Double cubicCentimetres) {
        return cubicCentimetres == null ? "–" : String.format(locale, "%,.0f cm³", Math.ceil(cubicCentimetres));
    }

    /** With the minus sign in place of the hyphen, as wide as a figure. */
    private static String signed(String amount) {
        return amount.replace('-', '−');
    }

    /** "43 %" with a thin space, rounded down so that 100 % means done; a dash when not known. */
    public String percent(@Nullable Double percent) {
        return percent == null ? "–" : (int) Math.floor(percent) + "\u2009%";
    }
}
