package io.nordwand.kiosk;

import io.nordwand.web.Differences;
import io.nordwand.web.Partials;
import java.util.function.Supplier;

/**
 * The difference between two boards of one screen. Where a printer's tile is stays the same as long as the printers do, so
 * a change of one printer is that printer's tile alone.
 *
 * @param html how regions look
 * @param current how current the farm is now
 */
record BoardDrawing(BoardHtml html, Supplier<Current> current) implements Differences.Drawing<Board> {

    @Override
    public String whole(Board board) {
        Partials all = new Partials();
        all.change("#board", html.board(board, current.get()));
        return all.toString();
    }

    @Override
    public String between(Board before, Board after) {
        if (!before.samePlaces(after)) {
            return whole(after);
        }
        Partials partials = new Partials();
        if (!before.sums().equals(after.sums())) {
            partials.change("#k-sum", html.sums(after));
        }
        if (!before.asking().equals(after.asking())) {
            partials.change("#k-strip", html.asking(after));
        }
        for (int i = 0; i < after.leaves().size(); i++) {
            Leaf old = before.leaves().get(i);
            Leaf leaf = after.leaves().get(i);
            if (!old.sheets().equals(leaf.sheets())) {
                partials.change("#" + leaf.elementId(), html.leaf(after, leaf));
            }
            for (int at = 0; at < leaf.tiles().size(); at++) {
                Tile tile = leaf.tiles().get(at);
                if (!tile.equals(old.tiles().get(at))) {
                    partials.change("#" + tile.elementId(), html.tile(after.display(), tile));
                }
            }
        }
        return partials.toString();
    }
}
