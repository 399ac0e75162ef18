package io.nordwand.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The farm as the fleet page shows it, made once per change of the farm and shared by all viewers. Compared by identity:
 * another board means that something visible changed.
 */
final class Board {

    private final long revision;
    private final boolean read;
    private final @Nullable String trouble;
    private final List<Tile> tiles;

    /**
     * @param revision revision of the farm that it was first made from
     * @param read whether the farm was ever read
     * @param trouble why it could not be read yet, or null
     * @param tiles all printers in the farm's order
     */
    Board(long revision, boolean read, @Nullable String trouble, List<Tile> tiles) {
        this.revision = revision;
        this.read = read;
        this.trouble = trouble;
        this.tiles = List.copyOf(tiles);
    }

    long revision() {
        return revision;
    }

    boolean read() {
        return read;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    List<Tile> tiles() {
        return tiles;
    }

    boolean looksLike(Board other) {
        return read == other.read && java.util.Objects.equals(trouble, other.trouble) && tiles.equals(other.tiles);
    }
}
