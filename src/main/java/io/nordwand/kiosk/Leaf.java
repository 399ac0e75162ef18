package io.nordwand.kiosk;

import java.util.List;

/**
 * What fills a screen for some seconds, below the head and the attention strip. Public like what it is made of, since
 * templates read it.
 *
 * @param elementId id of its element
 * @param layout {@code wall}, {@code events} or {@code queues}
 * @param seconds how long it stays when there are others
 * @param number its place among all, from 1
 * @param columns columns of tiles, or of lists
 * @param rows rows of tiles, or lines that a row of a list takes
 * @param tiles a page of the wall
 * @param sheets lists by column
 */
public record Leaf(
        String elementId,
        String layout,
        int seconds,
        int number,
        int columns,
        int rows,
        List<Tile> tiles,
        List<List<Sheet>> sheets) {

    public Leaf {
        tiles = List.copyOf(tiles);
        sheets = List.copyOf(sheets);
    }

    /** Which one is on at a moment; screens that show the same turn their pages together. */
    static int at(long epochSecond, List<Integer> seconds) {
        int all = seconds.stream().mapToInt(Integer::intValue).sum();
        long left = Math.floorMod(epochSecond, (long) Math.max(1, all));
        for (int i = 0; i < seconds.size(); i++) {
            left -= seconds.get(i);
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }

    /** Whether both have the same tiles in the same places. */
    boolean sameTiles(Leaf other) {
        return elementId.equals(other.elementId)
                && seconds == other.seconds
                && columns == other.columns
                && rows == other.rows
                && tiles.stream()
                        .map(Tile::elementId)
                        .toList()
                        .equals(other.tiles.stream().map(Tile::elementId).toList())
                && tiles.stream()
                        .map(Tile::size)
                        .toList()
                        .equals(other.tiles.stream().map(Tile::size).toList());
    }
}
