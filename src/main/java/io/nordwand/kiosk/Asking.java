package io.nordwand.kiosk;

import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.ElementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attention strip: who has to be gone to, whatever page is on. Those that stopped come first, then beds to clear, in
 * each the one that waits longest. Where not all fit with their whole next step, the later ones have one line each.
 *
 * @param columns items side by side
 * @param narrow whether an item's age gets a line of its own
 * @param items as many as fit
 * @param more what else waits, in words; blank for nothing
 * @param calm what is said when nothing waits
 * @param doubtful whether some printer's state is not known, or no printer at all, so that calm is not certain
 * @param hands element ids of all that need hands, shown or not, with spaces between: by these a screen that may sound knows
 *     who is new
 */
public record Asking(
        int columns, boolean narrow, List<Item> items, String more, String calm, boolean doubtful, String hands) {

    /** Between name, word and age. */
    private static final double GAPS = 1.2;
    /** "59 min", maybe with the sign of what may be longer. */
    private static final double BRIEF_AGE = 4.4;
    /** Less of a short step is not understood. */
    private static final double LEAST_ACT = 3;

    private static final double LEAST_NAME = 4.5;

    public Asking {
        items = List.copyOf(items);
    }

    /**
     * A printer that waits for a person.
     *
     * @param elementId id of its element
     * @param brief whether it has one line
     * @param group what a person has to do
     * @param name its name, short enough
     * @param word state word as Eiger wrote it, short enough
     * @param step the next physical step
     * @param since when the state was first seen
     */
    public record Item(
            String elementId, boolean brief, StateGroup group, String name, String word, String step, Since since) {}

    /**
     * The strip of these printers.
     *
     * @param names their names, short enough for an item
     * @param whole their names in full
     */
    static Asking of(
            List<Spot> spots,
            Strip strip,
            Texts texts,
            Map<String, String> names,
            Map<String, String> whole,
            Instant now) {
        List<Spot> waiting = Stream.of(StateGroup.HANDS, StateGroup.FINISHED)
                .flatMap(group -> spots.stream()
                        .filter(spot -> spot.group() == group)
                        .sorted(Comparator.comparing((Spot spot) -> spot.since().at())
                                .thenComparing(Spot::sortName)
                                .thenComparing(spot -> spot.id().value())))
                .toList();
        Strip.Rows rows = strip.rows(waiting.size());
        int full = Math.min(waiting.size(), rows.full() * strip.columns());
        int shown = Math.min(waiting.size(), full + rows.brief() * strip.columns());
        List<Spot> later = waiting.subList(full, shown);
        double act = later.stream()
                .mapToDouble(spot -> TextWidth.of(Tiles.act(spot, texts)))
                .max()
                .orElse(0);
        Map<String, String> brief = later.isEmpty() ? names : ShortNames.of(whole, briefName(strip, act));
        List<Item> items = new ArrayList<>();
        waiting.subList(0, full).forEach(spot -> items.add(item(spot, strip, texts, names, now)));
        later.forEach(spot -> items.add(brief(spot, strip, texts, brief)));
        List<Spot> rest = waiting.subList(shown, waiting.size());
        boolean doubtful = spots.isEmpty() || spots.stream().anyMatch(spot -> spot.group() == StateGroup.UNKNOWN);
        return new Asking(
                strip.columns(),
                strip.narrow(),
                items,
                more(rest, texts, strip.width()),
                texts.get(doubtful ? "kiosk.calm.doubtful" : "kiosk.calm"),
                doubtful,
                waiting.stream()
                        .filter(spot -> spot.group() == StateGroup.HANDS)
                        .map(Asking::elementId)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static String elementId(Spot spot) {
        return ElementId.of("ask", spot.id().value());
    }

    private static double briefName(Strip strip, double act) {
        double beside = BRIEF_AGE + (strip.narrow() ? 0 : act) + GAPS;
        return Math.min(strip.room(), Math.max(LEAST_NAME, strip.room() - beside));
    }

    private static Item brief(Spot spot, Strip strip, Texts texts, Map<String, String> names) {
        String name = names.getOrDefault(spot.id().value(), spot.name());
        double room = strip.narrow() ? strip.room() : strip.room() - TextWidth.of(name) - BRIEF_AGE - GAPS;
        String act = Tiles.act(spot, texts);
        return new Item(
                elementId(spot),
                true,
                spot.group(),
                name,
                "",
                room < LEAST_ACT ? "" : TextWidth.clip(act, room),
                spot.since());
    }

    private static Item item(Spot spot, Strip strip, Texts texts, Map<String, String> names, Instant now) {
        String name = names.getOrDefault(spot.id().value(), spot.name());
        double age = strip.narrow() ? 0 : Tiles.spanWidth(spot.since(), now);
        double room = (strip.room() - TextWidth.of(name) - age - GAPS) / Plan.NEAR;
        String word = spot.state() == null ? texts.get("kiosk.state.none") : spot.state();
        String step = texts.either("kiosk.do." + spot.step(), "kiosk.do.unknown");
        return new Item(
                elementId(spot),
                false,
                spot.group(),
                name,
                room < 4 ? "" : TextWidth.clip(word, room),
                clipped(step, strip),
                spot.since());
    }

    /** Shortened where a language is so wordy that it would not fit. */
    private static String clipped(String step, Strip strip) {
        String text = step;
        for (double room = strip.lines() * strip.room();
                TextWidth.lines(text, strip.room()) > strip.lines() && room > strip.room() / 2;
                room -= 1) {
            text = TextWidth.clip(step, room);
        }
        return text;
    }

    /** What else waits, by kind, or where there is little room just how much. */
    private static String more(List<Spot> rest, Texts texts, double room) {
        long hands =
                rest.stream().filter(spot -> spot.group() == StateGroup.HANDS).count();
        long beds = rest.size() - hands;
        if (rest.isEmpty()) {
            return "";
        }
        String text = hands > 0 && beds > 0
                ? texts.get("kiosk.more.both", hands, beds)
                : hands > 0 ? texts.get("kiosk.more.hands", hands) : texts.get("kiosk.more.beds", beds);
        return TextWidth.fits(text, room) ? text : texts.get("kiosk.more.rows", rest.size());
    }
}
