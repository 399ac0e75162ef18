package io.nordwand.kiosk;

/**
 * A screen in units of its own: the short side always has 1080. A 720p, a 1080p and a 4K screen of the same glass are the
 * same canvas, so what fits on one fits on all, and a size in units is a size on the glass.
 *
 * @param width units
 * @param height units
 */
public record Canvas(int width, int height) {

    static final int SHORT = 1080;

    /** Longer ones are drawn as if they were that long; nobody hangs up a screen of 4:1. */
    private static final int LONG = 4 * SHORT;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    /** 16 minutes of arc, at which a capital letter is read without an effort. */
    private static final double ARC = Math.tan(Math.toRadians(16 / 60.0));
    /** Height of a capital letter in our typeface, as a share of the type size. */
    private static final double CAPITAL = 0.72;

    static Canvas of(Viewport viewport) {
        int across = Math.min(viewport.width(), viewport.height());
        int along = Math.max(viewport.width(), viewport.height());
        int length = Math.min(LONG, Math.round((float) SHORT * along / across));
        return viewport.width() >= viewport.height() ? new Canvas(length, SHORT) : new Canvas(SHORT, length);
    }

    /** Whether it is wider than high. */
    public boolean wide() {
        return width >= height;
    }

    /**
     * The smallest type size, in units, whose capital letters are 16 minutes of arc high at that distance. It is the
     * <em>type</em> size that the wall's figures of 31, 51 and 82 px at 3, 5 and 8 m are (55-inch glass, 1080p), not the
     * height of a letter: the letter is 0.72 of it.
     *
     * @param metres from the glass to the farthest reader
     * @param inches diagonal of the glass
     */
    int leastType(double metres, double inches) {
        double unit = inches * MILLIMETRES_PER_INCH / Math.hypot(width, height);
        return (int) Math.ceil(metres * 1000 * ARC / CAPITAL / unit);
    }
}
