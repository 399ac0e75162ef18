package io.nordwand.kiosk;

/** Divides a screen among its printers: the largest type at which all fit on one page, else pages at the smallest. */
final class Plans {

    private static final int LEAST_HEAD = 34;
    private static final int MOST_HEAD_WIDE = 62;
    private static final int MOST_HEAD_TALL = 51;
    /** Width in em at which the head is one row. */
    private static final double HEAD_WIDTH = 36;

    private static final double HEAD_ROW = 2.35;
    private static final double SECOND_ROW = 2.0;

    private static final int LEAST_SIDE = 31;
    private static final int MOST_SIDE = 51;
    private static final double STRIP_SHARE = 0.36;
    /** Narrowest item of the strip in em. */
    private static final double STRIP_ITEM = 17;
    /** What an item needs beside its next step: padding, glyph, gap. */
    private static final double STRIP_BESIDE = 2.9;
    /** The widest next step in em; longer ones are shortened. */
    private static final double STEP_WIDTH = 27;

    /** What breaking a line between two words costs at most. */
    private static final double LONG_WORD = 5;

    private static final int MOST_STEP_LINES = 4;
    private static final double STRIP_PADDING = 0.5;
    private static final double STRIP_HEAD = 1.2;
    private static final double LINE = 1.15;
    private static final double MORE_LINE = 1.3;
    private static final double MESSAGE_LINE = 1.2;
    private static final double MESSAGE_PADDING = 0.6;

    private final Canvas canvas;
    private final int least;
    private final int floor;
    private final int printers;
    private final double name;
    private final String message;
    private final int head;
    private final int headRows;

    private Plans(Canvas canvas, int least, int printers, double name, String message) {
        this.canvas = canvas;
        this.least = least;
        this.floor = TypeSize.atLeast(least);
        this.printers = printers;
        this.name = name;
        this.message = message;
        int most = canvas.wide() ? MOST_HEAD_WIDE : MOST_HEAD_TALL;
        this.head = TypeSize.atMost(Math.min(Math.max(floor, LEAST_HEAD), most));
        this.headRows = width() / head >= HEAD_WIDTH ? 1 : 2;
    }

    /**
     * The plan of a screen.
     *
     * @param canvas the screen
     * @param least smallest type in units; see {@link Canvas#leastType}
     * @param printers how many
     * @param name width of most names in em; longer ones are shortened
     * @param message what an administrator has to say to the floor, or blank
     */
    static Plan of(Canvas canvas, int least, int printers, double name, String message) {
        return new Plans(canvas, least, printers, name, message).best();
    }

    private Plan best() {
        int[] steps = TypeSize.steps();
        for (TileKind kind : TileKind.values()) {
            for (int i = steps.length - 1; i >= 0 && steps[i] >= floor; i--) {
                Plan plan = at(steps[i], kind);
                if (plan.pages() == 1 && holdsOne(plan)) {
                    return plan;
                }
            }
        }
        Plan plan = at(floor, TileKind.SMALL);
        for (int i = steps.length - 1; i >= 0 && !holdsOne(plan); i--) {
            plan = steps[i] < floor ? at(steps[i], TileKind.SMALL) : plan;
        }
        return plan;
    }

    /** On a small glass that is read from afar not even one tile may fit; then the type gives way. */
    private static boolean holdsOne(Plan plan) {
        return plan.tileWidth() >= plan.tile().width(0)
                && plan.area() >= plan.type() * plan.tile().height();
    }

    private Plan at(int type, TileKind kind) {
        int side = TypeSize.atMost(Math.max(floor, Math.max(LEAST_SIDE, Math.min(type, MOST_SIDE))));
        double wide = width() / side;
        Plan.Strip strip = strip(wide, height() * STRIP_SHARE / side, Math.max(1, printers));
        double taken = head * (HEAD_ROW + (headRows - 1) * SECOND_ROW)
                + (message.isBlank() ? 0 : Plan.GAP + side * messageHeight(wide))
                + Plan.GAP
                + side * stripHeight(strip)
                + Plan.GAP;
        int area = (int) (height() - taken);
        int across = Math.max(1, fit(width() / type, kind.width(name)));
        int down = Math.max(1, fit(area / (double) type, kind.height()));
        int pages = Math.max(1, up(printers, across * down));
        int perPage = Math.max(1, up(printers, pages));
        int rows = up(perPage, across);
        int columns = pages > 1 ? across : up(perPage, rows);
        return new Plan(canvas, least, type, side, head, headRows, strip, kind, columns, rows, pages, area);
    }

    private double width() {
        return canvas.width() - 2.0 * Plan.MARGIN;
    }

    private double height() {
        return canvas.height() - 2.0 * Plan.MARGIN;
    }

    /** Height of the message in em of the side's type. */
    private double messageHeight(double wide) {
        return MESSAGE_PADDING + MESSAGE_LINE * TextWidth.lines(message, wide - STRIP_BESIDE);
    }

    private static Plan.Strip strip(double wide, double budget, int printers) {
        int columns = Math.max(1, (int) ((wide + Plan.TILE_GAP) / (STRIP_ITEM + Plan.TILE_GAP)));
        double room = (wide - (columns - 1) * Plan.TILE_GAP) / columns - STRIP_BESIDE;
        int lines = 1;
        while (lines < MOST_STEP_LINES && lines * room - (lines - 1) * LONG_WORD < STEP_WIDTH) {
            lines++;
        }
        Plan.Strip one = new Plan.Strip(columns, columns, lines, room);
        int rows = Math.max(1, (int) ((budget - MORE_LINE + Plan.TILE_GAP) / (itemHeight(one) + Plan.TILE_GAP)));
        return new Plan.Strip(columns, columns * Math.min(rows, up(printers, columns)), lines, room);
    }

    /** Height of an item in em of the strip's type. */
    private static double itemHeight(Plan.Strip strip) {
        return STRIP_PADDING + STRIP_HEAD + (strip.lines() + (strip.narrow() ? 1 : 0)) * LINE;
    }

    private static double stripHeight(Plan.Strip strip) {
        int rows = strip.most() / strip.columns();
        return rows * itemHeight(strip) + (rows - 1) * Plan.TILE_GAP + MORE_LINE;
    }

    private static int up(int number, int by) {
        return (number + by - 1) / by;
    }

    private static int fit(double room, double size) {
        return Math.max(0, (int) ((room + Plan.TILE_GAP) / (size + Plan.TILE_GAP)));
    }
}
