package io.nordwand.kiosk;

import java.util.Locale;

/** How much a tile says. All sizes in em of the tile's type. */
public enum TileKind {
    /** Name, what to do, and two lines for those who come near. */
    LARGE(1.5, 6.5, 11, 1.5, 5.6),
    /** Name, what to do, and a line for those who come near. */
    MEDIUM(1.3, 5.2, 9, 1.0, 4.0),
    /** Name, what to do. */
    SMALL(0, 6.4, 9, 0.7, 2.8),
    /** One line: name and a short figure, {@link #FIGURE}. For so many printers that each line more is a page more. */
    TINY(4.2, 3.2, 7, 0.7, 1.55);

    /** Room beside a name in a {@link #TINY} tile: "88 %", "23 h". */
    static final double FIGURE = 2.55;

    private final double beside;
    private final double leastName;
    private final double mostName;
    private final double padding;
    private final double height;

    TileKind(double beside, double leastName, double mostName, double padding, double height) {
        this.beside = beside;
        this.leastName = leastName;
        this.mostName = mostName;
        this.padding = padding;
        this.height = height;
    }

    /** Width that its name needs, within bounds: longer ones are shortened. */
    double width(double name) {
        return beside + padding + Math.max(leastName, Math.min(mostName, name));
    }

    double height() {
        return height;
    }

    /** Room for the name in a tile of that width. */
    double nameRoom(double width) {
        return width - padding - beside;
    }

    /** Room for a line in a tile of that width. */
    double lineRoom(double width) {
        return width - padding;
    }

    /** The word in the page's attributes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
