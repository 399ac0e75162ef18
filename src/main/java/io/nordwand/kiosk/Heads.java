package io.nordwand.kiosk;

import io.nordwand.farm.StateGroup;
import io.nordwand.kiosk.Head.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Divides the head: the first of several ways, the one that says most, in which all of it fits at a size that is read. */
final class Heads {

    /** Height that a head with words may take, as a share of the screen's. */
    private static final double SHARE = 0.125;

    private static final int LEAST = 34;
    /** Size of words under figures, as in the stylesheet. */
    private static final double SMALLER = 0.62;
    /** Between the parts, and between two counts. */
    private static final double GAP = 1;

    private static final double SUM_GAP = 0.6;
    /** A glyph and a figure of two digits; with three there is a part less than expected somewhere else. */
    private static final double FIGURE = 2.6;

    private static final double AGE = 3.9;
    private static final double TURN = 2.4;
    /** "14:54", and "Wed 14:54" of what is from another day. */
    private static final double TIME = 2.9;

    private static final double DAY_AND_TIME = 5.9;
    /** Of the time in the head to the type around it. */
    private static final double CLOCK_WITH_DATE = 1.5;
    /** What stands in a box needs that beside it. */
    private static final double BOX = 0.8;

    private static final double LONG_WORD = 4;

    private static final double[] HEIGHTS = {2.35, 4.45};
    private static final double SHORT_HEIGHT = 2.3;
    private static final double LINE = 1.3;
    private static final int MOST_ROWS = 5;

    private final Canvas canvas;
    private final double sums;
    private final double shortSums;
    private final double bareSums;
    private final double from;
    private final double why;

    private Heads(Canvas canvas, Texts texts) {
        this.canvas = canvas;
        this.sums = sums(texts, "kiosk.sum.", SMALLER);
        this.shortSums = sums(texts, "kiosk.short.", 1);
        this.bareSums = StateGroup.values().length * (FIGURE + SUM_GAP) - SUM_GAP;
        this.from = Math.max(
                TextWidth.of(texts.get("kiosk.data-from")) + 0.3 + DAY_AND_TIME,
                TextWidth.of(texts.get("kiosk.no-data")));
        this.why = Stream.concat(
                                Stream.of("kiosk.why.server"),
                                Arrays.stream(Current.Why.values()).map(each -> "kiosk.why." + each.key()))
                        .mapToDouble(key -> TextWidth.of(texts.get(key)))
                        .max()
                        .orElse(0)
                + 0.3
                + DAY_AND_TIME;
    }

    /**
     * The head of a screen.
     *
     * @param floor smallest type that is read at the farthest place, in units
     * @param texts its words, which it is to have room for
     */
    static Head of(Canvas canvas, int floor, Texts texts) {
        return new Heads(canvas, texts).best(floor);
    }

    private Head best(int floor) {
        int smaller = Math.max(LEAST, TypeSize.atLeast((int) Math.ceil(floor / SMALLER)));
        int same = Math.max(LEAST, TypeSize.atLeast(floor));
        List<Head> ways = List.of(
                new Head(smaller, 1, Words.SMALLER, HEIGHTS[0]),
                new Head(smaller, 2, Words.SMALLER, HEIGHTS[1]),
                new Head(same, 1, Words.SHORT, SHORT_HEIGHT));
        return ways.stream()
                .filter(head -> head.units() <= SHARE * canvas.height() && fits(head))
                .findFirst()
                .orElseGet(() -> bare(same));
    }

    /** Without words; where even that does not fit, the type gives way. */
    private Head bare(int type) {
        int[] steps = TypeSize.steps();
        for (int i = steps.length - 1; i >= 0; i--) {
            for (int rows = 1; rows <= MOST_ROWS && steps[i] <= type; rows++) {
                Head head = new Head(steps[i], rows, Words.NONE, rows * LINE);
                if (fits(head)) {
                    return head;
                }
            }
        }
        return new Head(steps[0], MOST_ROWS, Words.NONE, MOST_ROWS * LINE);
    }

    /** Whether all fits, also what is said in place of the counts when they are old. */
    private boolean fits(Head head) {
        double width = (canvas.width() - 2.0 * Plan.MARGIN) / head.type();
        double clock = head.words() == Words.SMALLER ? TIME * CLOCK_WITH_DATE : TIME;
        double around = clock + TURN + GAP;
        boolean oneRow = head.rows() == 1;
        return switch (head.words()) {
            case SMALLER ->
                around + GAP + AGE + (oneRow ? GAP + sums : 0) <= width
                        && sums <= width
                        && Math.max(from, why * SMALLER) + BOX <= (oneRow ? width - around - GAP : width);
            case SHORT -> around + 2 * GAP + AGE + shortSums <= width && why + BOX <= width - around - GAP;
            case NONE ->
                oneRow
                        ? around + 2 * GAP + AGE + bareSums <= width && around + GAP + from + why + 2 * BOX <= width
                        : around + GAP + AGE <= width && bareRows(width) <= head.rows();
        };
    }

    /** Rows of a head without words: beside the clock what is old, below the counts or why. */
    private int bareRows(double width) {
        int first = TIME + 2 * GAP + from + BOX + TURN <= width ? 1 : 2;
        return Math.max(1 + rows(bareSums, width, FIGURE), first + rows(why + BOX, width, LONG_WORD));
    }

    /** Rows that a text takes, of each of which a part may stay empty when it is broken. */
    private static int rows(double text, double width, double ragged) {
        return text <= width ? 1 : (int) Math.ceil(text / (width - ragged));
    }

    private static double sums(Texts texts, String key, double size) {
        return Arrays.stream(StateGroup.values())
                .mapToDouble(group -> Math.max(FIGURE, size * TextWidth.of(texts.get(key + group.key()))) + SUM_GAP)
                .sum();
    }
}
