package io.nordwand.fleet;

import io.nordwand.farm.StateGroup;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the counts at the top of the fleet page, which is a filter as well.
 *
 * @param group its group
 * @param count printers in it
 * @param href the page with only this group, or with all again
 * @param current whether it is the only group shown
 * @param since for hands and finished: since when the longest waiting one waits, or null
 * @param exact whether that is certain, or at least so long
 * @param next for printing: when the next one is done, or null
 * @param queued for ready: how many have a queue
 * @param words for off and unknown: the state words, as Eiger wrote them
 */
public record Sum(
        StateGroup group,
        int count,
        String href,
        boolean current,
        @Nullable Instant since,
        boolean exact,
        @Nullable Instant next,
        int queued,
        String words) {

    private static final int MOST_WORDS = 2;

    /** The count of one group, whose tiles are given in the usual order. */
    static Sum of(StateGroup group, List<Tile> tiles, FleetQuery query) {
        List<PrinterCard> cards = tiles.stream().map(Tile::card).toList();
        boolean waits = !cards.isEmpty() && (group == StateGroup.HANDS || group == StateGroup.FINISHED);
        boolean prints = !cards.isEmpty() && group == StateGroup.PRINTING;
        long queued = group == StateGroup.READY
                ? cards.stream().filter(card -> card.queue().waiting()).count()
                : 0;
        return new Sum(
                group,
                cards.size(),
                query.toggling(group).href(),
                query.groups().contains(group),
                waits ? cards.get(0).since().at() : null,
                !waits || cards.get(0).since().exact(),
                prints ? cards.get(0).finishAt() : null,
                (int) queued,
                group == StateGroup.OFF || group == StateGroup.UNKNOWN ? words(cards) : "");
    }

    private static String words(List<PrinterCard> cards) {
        return cards.stream()
                .map(PrinterCard::state)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.joining(", "));
    }

    /** Id of its element. */
    public String elementId() {
        return "sum-" + group.key();
    }
}
