package io.nordwand.kiosk;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is in our typeface at its boldest, in em, a little too wide rather than too narrow: what the server
 * lays out must not be cut off in a browser that it can't see.
 */
final class TextWidth {

    /** Advances of U+0020 to U+007E in hundredths of an em, measured in Inter at weight 700 with figures of equal width. */
    private static final int[] ASCII = {
        21, 25, 47, 66, 66, 94, 65, 27, 33, 33, 54, 66, 25, 45, 25, 36, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 25, 25,
        66, 66, 66, 57, 101, 71, 65, 73, 70, 61, 58, 74, 72, 26, 56, 69, 56, 89, 73, 75, 63, 75, 65, 65, 64, 70, 71, 100,
        70, 69, 63, 33, 36, 33, 46, 48, 30, 55, 60, 56, 60, 56, 37, 60, 59, 25, 25, 55, 25, 88, 59, 58, 60, 60, 37, 52,
        37, 59, 55, 82, 54, 55, 52, 44, 35, 44, 66
    };

    private static final int LATIN = 75;
    private static final int OTHER = 104;
    private static final String NARROW = "·’‘\u2009\u00a0";
    private static final String ELLIPSIS = "…";

    private TextWidth() {}

    /** Width in em. */
    static double of(String text) {
        return text.codePoints().map(TextWidth::advance).sum() / 100.0;
    }

    private static int advance(int c) {
        if (c >= ' ' && c <= '~') {
            return ASCII[c - ' '];
        }
        if (NARROW.indexOf(c) >= 0) {
            return 25;
        }
        return c < 0x250 || (c >= 0x2000 && c < 0x2100) ? LATIN : OTHER;
    }

    /** Whether it fits into that many em. */
    static boolean fits(String text, double room) {
        return of(text) <= room;
    }

    /** The text, or its beginning with an ellipsis, ended at a word or hyphen where that loses little. */
    static String clip(String text, double room) {
        if (fits(text, room)) {
            return text;
        }
        int[] signs = text.codePoints().toArray();
        double left = room - of(ELLIPSIS);
        int end = 0;
        double width = 0;
        while (end < signs.length && width + advance(signs[end]) / 100.0 <= left) {
            width += advance(signs[end]) / 100.0;
            end++;
        }
        int word = end;
        while (word > 0 && end < signs.length && Character.isLetterOrDigit(signs[word]) && word > end * 2 / 3) {
            word--;
        }
        boolean atWord = word > end * 2 / 3;
        String head = new String(signs, 0, atWord ? word : end);
        return head.replaceAll("[\\s,;:.-]+$", "") + ELLIPSIS;
    }

    /** How many lines it takes if it is broken between words; a word that is wider than the room takes a line for each. */
    static int lines(String text, double room) {
        return broken(text, room).size();
    }

    private static List<Double> broken(String text, double room) {
        List<Double> lines = new ArrayList<>();
        double line = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            double width = of(word);
            boolean first = line == 0;
            if (!first && line + of(" ") + width > room) {
                lines.add(line);
                line = 0;
                first = true;
            }
            line += (first ? 0 : of(" ")) + width;
            while (line > room) {
                lines.add(room);
                line -= room;
            }
        }
        lines.add(line);
        return lines;
    }
}
