package io.nordwand.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text for searching and sorting, and tells how far a typed word is from a written one. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Without accents and case. */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ı', 'i')
                .strip();
    }

    /** Letters and digits only, so that "x72" finds "X7-2". */
    public static String compact(String folded) {
        return NOT_LETTERS.matcher(folded).replaceAll("");
    }

    public static String[] split(String folded) {
        return NOT_LETTERS.split(folded);
    }

    /**
     * Whether somebody who typed {@code typed} may have meant {@code written} or its beginning: one slip from four
     * letters on, two from eight; or left letters out, but not the first one. Both folded.
     */
    public static boolean near(String typed, String written) {
        if (typed.length() < 4 || typed.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        int slips = typed.length() < 8 ? 1 : 2;
        boolean sameStart = written.startsWith(typed.substring(0, 1));
        boolean swappedStart =
                written.length() > 1 && written.charAt(0) == typed.charAt(1) && written.charAt(1) == typed.charAt(0);
        if ((sameStart || swappedStart || typed.length() >= 6) && slipsToBeginning(typed, written) <= slips) {
            return true;
        }
        return sameStart && typed.length() * 2 >= written.length() && leftOut(typed, written);
    }

    private static boolean leftOut(String typed, String written) {
        int at = 0;
        for (int i = 0; i < written.length() && at < typed.length(); i++) {
            if (written.charAt(i) == typed.charAt(at)) {
                at++;
            }
        }
        return at == typed.length();
    }

    /** Least number of letters changed, added, left out or swapped to make typed a beginning of written. */
    private static int slipsToBeginning(String typed, String written) {
        int[] before = new int[written.length() + 1];
        int[] last = new int[written.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int[] row = new int[written.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = typed.charAt(i - 1) == written.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && typed.charAt(i - 1) == written.charAt(j - 2)
                        && typed.charAt(i - 2) == written.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        int least = last[0];
        for (int value : last) {
            least = Math.min(least, value);
        }
        return least;
    }
}
