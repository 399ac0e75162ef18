package io.nordwand.kiosk;

/**
 * How the attention strip is divided. Items that tell the whole next step are as many as fit; when more printers wait, the
 * later rows, and at last all, become one line each. All sizes in em of the strip's type.
 *
 * @param columns items side by side
 * @param lines lines of a next step
 * @param room width of a next step
 * @param height of all of it at most
 */
public record Strip(int columns, int lines, double room, double height) {

    /** Width below which a name and an age don't fit on one line. */
    private static final double NARROW = 14;

    /** Narrowest item. */
    private static final double ITEM = 17;
    /** What an item needs beside its next step: padding, glyph, gap. */
    static final double BESIDE = 2.9;
    /** The widest next step; longer ones are shortened. */
    private static final double STEP_WIDTH = 27;

    /** What breaking a line between two words costs at most. */
    private static final double LONG_WORD = 5;

    private static final int MOST_STEP_LINES = 4;
    private static final double PADDING = 0.6;
    private static final double BRIEF_PADDING = 0.35;
    private static final double TOP = 1.2;
    private static final double LINE = 1.15;
    private static final double MORE_LINE = 1.3;
    /** That nobody waits, in a line or broken into some. */
    private static final double CALM = 1.9;

    private static final int MOST_CALM_LINES = 3;

    /**
     * Rows of the strip.
     *
     * @param full rows of items with the whole next step
     * @param brief rows of items of one line
     */
    record Rows(int full, int brief) {}

    /**
     * The strip of a screen.
     *
     * @param wide width of the screen
     * @param budget height that it may take; one line and the count of the rest are there in any case
     * @param printers how many there are
     */
    static Strip of(double wide, double budget, int printers) {
        int columns = Math.max(1, (int) ((wide + Plan.TILE_GAP) / (ITEM + Plan.TILE_GAP)));
        double room = (wide - (columns - 1) * Plan.TILE_GAP) / columns - BESIDE;
        int lines = 1;
        while (lines < MOST_STEP_LINES && lines * room - (lines - 1) * LONG_WORD < STEP_WIDTH) {
            lines++;
        }
        Strip one = new Strip(columns, lines, room, 0);
        double alone = one.heightOf(new Rows(1, 0), false);
        double height = alone <= budget ? alone : one.heightOf(new Rows(0, 1), true);
        for (int rows = 1; one.heightOf(new Rows(rows, 0), true) <= budget; rows++) {
            double withOneMore = one.heightOf(new Rows(rows, 1), false);
            height = withOneMore <= budget ? withOneMore : one.heightOf(new Rows(rows, 0), true);
        }
        return new Strip(columns, lines, room, Math.min(height, one.needed(printers)));
    }

    /** The same with that much more height, as far as so many printers can need it. */
    Strip taller(double more, int printers) {
        return new Strip(columns, lines, room, Math.max(height, Math.min(height + more, needed(printers))));
    }

    /** Width of all of it. */
    double width() {
        return columns * (room + BESIDE + Plan.TILE_GAP) - Plan.TILE_GAP;
    }

    /** Whether an item is so narrow that its age gets a line of its own. */
    public boolean narrow() {
        return room < NARROW;
    }

    /** Items that it has room for at most. */
    int most() {
        Rows rows = rows(Integer.MAX_VALUE / 2);
        return columns * (rows.full() + rows.brief());
    }

    /** The rows when so many printers wait; what does not fit into them is counted in a line below. */
    Rows rows(int waiting) {
        int all = up(waiting, columns);
        int full = 0;
        while (full < all && heightOf(new Rows(full + 1, 0), false) <= height) {
            full++;
        }
        for (; full >= 0; full--) {
            Rows rows = new Rows(full, all - full);
            if (heightOf(rows, false) <= height) {
                return rows;
            }
        }
        int brief = 1;
        while (heightOf(new Rows(0, brief + 1), true) <= height) {
            brief++;
        }
        return new Rows(0, brief);
    }

    /** Height that it leaves to what stands below when so many printers wait. */
    double spare(int waiting) {
        if (waiting == 0) {
            return Math.max(0, height - CALM * (narrow() ? MOST_CALM_LINES : 1));
        }
        Rows rows = rows(waiting);
        return height - heightOf(rows, columns * (rows.full() + rows.brief()) < waiting);
    }

    private double needed(int printers) {
        return heightOf(new Rows(Math.max(1, up(printers, columns)), 0), false);
    }

    private double heightOf(Rows rows, boolean more) {
        double items = rows.full() * (PADDING + TOP + (lines + (narrow() ? 1 : 0)) * LINE)
                + rows.brief() * (BRIEF_PADDING + TOP + (narrow() ? LINE : 0));
        return items + (rows.full() + rows.brief() - 1) * Plan.TILE_GAP + (more ? Plan.TILE_GAP + MORE_LINE : 0);
    }

    private static int up(int number, int by) {
        return (int) (((long) number + by - 1) / by);
    }
}
