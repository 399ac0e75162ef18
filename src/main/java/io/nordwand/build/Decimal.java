package io.nordwand.build;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers of Eiger's that have no unit: with up to three decimals, and a dash for what is not known. */
final class Decimal {

    private Decimal() {}

    static String text(@Nullable Double value, Locale locale) {
        if (value == null) {
            return "–";
        }
        double size = Math.abs(value);
        boolean plain = size < 1e9 && (size >= 0.001 || size == 0);
        DecimalFormat format =
                new DecimalFormat(plain ? "#,##0.###" : "0.###E0", DecimalFormatSymbols.getInstance(locale));
        String text = format.format(value == 0 ? 0 : value);
        return text.replace('-', '−');
    }
}
