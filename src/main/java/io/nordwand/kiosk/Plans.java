package io.nordwand.kiosk;

/** Divides a screen among its printers: the largest type at which all fit on one page, else pages at the smallest. */
final class Plans {

    private static final int LEAST_SIDE = 31;
    private static final int MOST_SIDE = 51;
    private static final double STRIP_SHARE = 0.36;
    private static final double MESSAGE_LINE = 1.2;
    private static final double MESSAGE_PADDING = 0.6;

    private final Canvas canvas;
    private final int least;
    private final int floor;
    private final Head head;
    private final int printers;
    private final double name;
    private final String message;
    private final boolean lists;

    private Plans(Canvas canvas, int least, Head head, int printers, double name, String message, boolean lists) {
        this.canvas = canvas;
        this.least = least;
        this.floor = TypeSize.atLeast(least);
        this.head = head;
        this.printers = printers;
        this.name = name;
        this.message = message;
        this.lists = lists;
    }

    /**
     * The plan of a screen.
     *
     * @param canvas the screen
     * @param least smallest type in units; see {@link Canvas#leastType}
     * @param head how its head is divided
     * @param printers how many
     * @param name width of most names in em; longer ones are shortened
     * @param message what an administrator has to say to the floor, or blank
     * @param lists whether it shows lists as well, which need all the room that the strip can do without
     */
    static Plan of(Canvas canvas, int least, Head head, int printers, double name, String message, boolean lists) {
        return new Plans(canvas, least, head, printers, name, message, lists).best();
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
        Plan plan = at(floor, TileKind.TINY);
        for (int i = steps.length - 1; i >= 0 && !holdsOne(plan); i--) {
            plan = steps[i] < floor ? at(steps[i], TileKind.TINY) : plan;
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
        Strip strip = Strip.of(wide, height() * STRIP_SHARE / side, Math.max(1, printers));
        double taken = head.units()
                + (message.isBlank() ? 0 : Plan.GAP + side * messageHeight(wide))
                + Plan.GAP
                + side * strip.height()
                + Plan.GAP;
        int area = (int) (height() - taken);
        int across = Math.max(1, fit(width() / type, kind.width(name)));
        int down = Math.max(1, fit(area / (double) type, kind.height()));
        int pages = Math.max(1, up(printers, across * down));
        int perPage = Math.max(1, up(printers, pages));
        // One line each is read the easier the wider it is; the others are to be high.
        int columns = kind == TileKind.TINY ? up(perPage, down) : up(perPage, up(perPage, across));
        int rows = up(perPage, columns);
        if (pages > 1) {
            columns = across;
            rows = up(perPage, across);
        }
        double spare = lists ? 0 : area - type * (rows * (kind.height() + Plan.TILE_GAP) - Plan.TILE_GAP);
        Strip taller = strip.taller(Math.max(0, (spare - 1) / side), printers);
        int left = (int) (area - side * (taller.height() - strip.height()));
        return new Plan(canvas, least, type, side, head, taller, kind, columns, rows, pages, left);
    }

    private double width() {
        return canvas.width() - 2.0 * Plan.MARGIN;
    }

    private double height() {
        return canvas.height() - 2.0 * Plan.MARGIN;
    }

    /** Height of the message in em of the side's type. */
    private double messageHeight(double wide) {
        return MESSAGE_PADDING + MESSAGE_LINE * TextWidth.lines(message, wide - Strip.BESIDE);
    }

    private static int up(int number, int by) {
        return (number + by - 1) / by;
    }

    private static int fit(double room, double size) {
        return Math.max(0, (int) ((room + Plan.TILE_GAP) / (size + Plan.TILE_GAP)));
    }
}
