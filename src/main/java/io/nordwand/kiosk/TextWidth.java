package io.nordwand.kiosk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is in our typeface at its boldest, in em, a little too wide rather than too narrow: what the server
 * lays out must not be cut off in a browser that it can't see.
 */
final class TextWidth {

    /**
     * Advances of U+0020 to U+007E in hundredths of an em, measured in a browser: Inter at weight 700 and optical size 32 with
     * the features that the screens' stylesheet sets.
     */
    private static final int[] ASCII = {
        27, 25, 48, 63, 66, 94, 65, 28, 40, 40, 65, 65, 27, 48, 27, 37, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 27,
        27, 65, 65, 65, 57, 101, 72, 65, 73, 71, 61, 59, 74, 72, 26, 57, 69, 56, 90, 73, 75, 64, 75, 65, 66, 64, 71,
        71, 100, 70, 69, 64, 40, 37, 40, 47, 48, 30, 56, 60, 56, 60, 57, 38, 60, 59, 25, 25, 55, 25, 89, 59, 59, 60,
        60, 38, 52, 37, 59, 56, 82, 54, 56, 53, 40, 35, 40, 65
    };

    private static final int LATIN = 79;
    private static final int OTHER = 104;
    private static final int PICTURE = 130;
    private static final String NARROW = "·’‘\u2009\u00a0";
    private static final String WIDE = "©¼½¾ÆæŒœŴŵ—‰";
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
            return 28;
        }
        if (c >= 0x1F000 || (c >= 0x2300 && c < 0x2800)) {
            return PICTURE;
        }
        int base = base(c);
        if (base <= '~') {
            return ASCII[base - ' '];
        }
        boolean latin = c < 0x250 || (c >= 0x2000 && c < 0x2100);
        return latin && WIDE.indexOf(c) < 0 ? LATIN : OTHER;
    }

    /** The letter under an accent, which in Latin-1 is as wide as that with it (but for ï); else the sign itself. */
    private static int base(int c) {
        if (c < 0xC0 || c > 0xFF || c == 'ï') {
            return c;
        }
        int letter =
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
        return letter >= ' ' ? letter : c;
    }

    /** Whether it fits into that many em. */
    static boolean fits(String text, double room) {
        return of(text) <= room;
    }

    /** The text, or its beginning with an ellipsis, ended at a word or hyphen where that loses little. */
    static String clip(String text, double room) {
        int[] signs = text.codePoints().toArray();
        int end = fitting(signs, text, room);
        if (end == signs.length) {
            return text;
        }
        int least = end * 3 / 5;
        int word = end;
        while (word >= least && Character.isLetterOrDigit(signs[word])) {
            word--;
        }
        return ended(new String(signs, 0, Math.max(0, word >= least ? word : end)));
    }

    /** The text, or as much of its beginning as there is room for, with an ellipsis. */
    static String cut(String text, double room) {
        int[] signs = text.codePoints().toArray();
        int end = fitting(signs, text, room);
        return end == signs.length ? text : ended(new String(signs, 0, end));
    }

    private static String ended(String head) {
        return head.replaceAll("[\\s,;:.-]+$", "") + ELLIPSIS;
    }

    /** How many signs fit before an ellipsis; all of them if the text needs none. */
    private static int fitting(int[] signs, String text, double room) {
        if (fits(text, room)) {
            return signs.length;
        }
        double left = room - of(ELLIPSIS);
        int end = 0;
        double width = 0;
        while (end < signs.length - 1 && width + advance(signs[end]) / 100.0 <= left) {
            width += advance(signs[end]) / 100.0;
            end++;
        }
        return end;
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
