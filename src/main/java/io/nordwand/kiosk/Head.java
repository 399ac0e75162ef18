package io.nordwand.kiosk;

/**
 * How the head of a screen is divided: the time, how many printers are in which state, and how old that is. None of it is
 * smaller than what is read at the farthest place; what there is no room for at that size is left out, the date first, then
 * the words under the figures, whose shapes and colours stand beside words in the tiles.
 *
 * @param type type of figures
 * @param rows rows one below the other
 * @param words what of the words is there
 * @param height in em of its type
 */
public record Head(int type, int rows, Words words, double height) {

    /** What of the head's words is there. */
    public enum Words {
        /** All of them and the date, smaller than the figures and still large enough. */
        SMALLER,
        /** Short ones, as large as the figures. */
        SHORT,
        /** None; also those that hear the page get them. */
        NONE;

        /** The word in the page's attributes. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Height in units. */
    double units() {
        return type * height;
    }
}
