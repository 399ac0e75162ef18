package io.nordwand.kiosk;

import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.ElementId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The attention strip: who has to be gone to, whatever page is on. Those that stopped come first, then beds to clear, in
 * each the one that waits longest.
 *
 * @param columns items side by side
 * @param items as many as fit
 * @param more what else waits, in words; blank for nothing
 * @param calm what is said when nothing waits
 * @param doubtful whether some printer's state is not known, so that calm is not certain
 */
public record Asking(int columns, List<Item> items, String more, String calm, boolean doubtful) {

    public Asking {
        items = List.copyOf(items);
    }

    /**
     * A printer that waits for a person.
     *
     * @param elementId id of its element
     * @param group what a person has to do
     * @param name its name, short enough
     * @param word state word as Eiger wrote it, short enough
     * @param step the next physical step
     * @param since when the state was first seen
     */
    public record Item(String elementId, StateGroup group, String name, String word, String step, Since since) {}

    /** The strip of these printers. */
    static Asking of(List<Spot> spots, Plan plan, Texts texts, Map<String, String> names) {
        List<Spot> waiting = Stream.of(StateGroup.HANDS, StateGroup.FINISHED)
                .flatMap(group -> spots.stream()
                        .filter(spot -> spot.group() == group)
                        .sorted(Comparator.comparing((Spot spot) -> spot.since().at())
                                .thenComparing(Spot::sortName)
                                .thenComparing(spot -> spot.id().value())))
                .toList();
        int shown = Math.min(waiting.size(), plan.strip().most());
        List<Spot> rest = waiting.subList(shown, waiting.size());
        boolean doubtful = spots.stream().anyMatch(spot -> spot.group() == StateGroup.UNKNOWN);
        return new Asking(
                plan.strip().columns(),
                waiting.stream().limit(shown).map(spot -> item(spot, plan, texts, names)).toList(),
                more(rest, texts),
                texts.get(doubtful ? "kiosk.calm.doubtful" : "kiosk.calm"),
                doubtful);
    }

    private static Item item(Spot spot, Plan plan, Texts texts, Map<String, String> names) {
        String name = names.getOrDefault(spot.id().value(), spot.name());
        double room = plan.strip().room() - TextWidth.of(name) - Tiles.SPAN - 1.5;
        String word = spot.state() == null ? texts.get("kiosk.state.none") : spot.state();
        String step = texts.either("kiosk.do." + spot.step(), "kiosk.do.unknown");
        return new Item(
                ElementId.of("ask", spot.id().value()),
                spot.group(),
                name,
                room < 2 ? "" : TextWidth.clip(word, room),
                step,
                spot.since());
    }

    private static String more(List<Spot> rest, Texts texts) {
        long hands = rest.stream().filter(spot -> spot.group() == StateGroup.HANDS).count();
        long beds = rest.size() - hands;
        if (hands > 0 && beds > 0) {
            return texts.get("kiosk.more.both", hands, beds);
        }
        return hands > 0 ? texts.get("kiosk.more.hands", hands) : beds > 0 ? texts.get("kiosk.more.beds", beds) : "";
    }
}
