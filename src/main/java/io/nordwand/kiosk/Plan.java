package io.nordwand.kiosk;

/**
 * How a screen is divided: sizes in units of its {@link Canvas}. Depends on how many printers there are and how long their
 * names are, never on their states, so that a printer stays where people have learned to look for it.
 *
 * @param canvas the screen
 * @param least smallest type that is read at the farthest place
 * @param type type of the tiles
 * @param side type of the attention strip and of lists
 * @param head how the head is divided
 * @param strip how the attention strip is divided
 * @param tile what a tile has room for
 * @param columns tiles side by side
 * @param rows tiles one below the other
 * @param pages pages of tiles, at least 1
 * @param area height that is left for the rest, with the strip at its largest
 */
public record Plan(
        Canvas canvas,
        int least,
        int type,
        int side,
        Head head,
        Strip strip,
        TileKind tile,
        int columns,
        int rows,
        int pages,
        int area) {

    /** Between the picture and the edge; wider than the picture's walk. */
    static final int MARGIN = 24;

    /** Between the parts of the picture. */
    static final int GAP = 12;

    /** Between two tiles, and between two items of the strip; em. */
    static final double TILE_GAP = 0.2;

    /** Type that is for those who come near, as a share of the type around it. */
    static final double NEAR = 0.62;

    /** Width of the picture. */
    int width() {
        return canvas.width() - 2 * MARGIN;
    }

    /** Printers on a page. */
    int perPage() {
        return columns * rows;
    }

    /** Width of a tile in em of its type. */
    double tileWidth() {
        return (width() / (double) type - (columns - 1) * TILE_GAP) / columns;
    }

    /**
     * Rows of a list, which unlike tiles need not stay where they are.
     *
     * @param em height of a row in em of the side's type
     * @param waiting printers in the attention strip
     */
    int lines(double em, int waiting) {
        return Math.max(1, (int) ((area / (double) side + strip.spare(waiting)) / em));
    }

    /** Width of the picture in em of the side's type. */
    double sideWidth() {
        return width() / (double) side;
    }
}
