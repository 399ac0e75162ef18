package io.nordwand.kiosk;

/**
 * What stands around a board.
 *
 * @param name what the screen is called, for the title
 * @param stream address of its live stream
 * @param seen address to which it gives signs of life, or blank
 * @param edition which settings it is drawn with, or blank
 * @param told its name while somebody wants to know which one it is, else blank
 */
record Surroundings(String name, String stream, String seen, String edition, String told) {

    /** Of a board that is no screen's. */
    static Surroundings of(String name, String stream) {
        return new Surroundings(name, stream, "", "", "");
    }
}
