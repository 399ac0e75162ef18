package io.nordwand.kiosk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.JobId;
import io.nordwand.farm.StateGroup;
import io.nordwand.kiosk.Display.Turn;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.Overview;
import io.nordwand.web.Overviews;
import io.nordwand.web.WebProperties;
import io.nordwand.web.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes boards; screens of the same settings and size share one. */
@Component
class BoardPages {

    /** A leaf that goes sooner is not read to its end. */
    private static final int SHORTEST_SECONDS = 8;

    private static final int MOST_MESSAGE_LINES = 3;

    /** Least room for a name in the strip and in lists; em. */
    private static final double NAME_IN_LISTS = 6;

    private record Asked(
            Overview<Spot> farm, Display display, Viewport viewport, String message, Map<JobId, String> askers) {}

    private final Overviews<Spot> spots;
    private final MessageSource messages;
    private final Askers askers;
    private final ShopHours hours;
    private final ZoneId shop;
    private final Clock clock;
    private final Cache<Asked, Board> made = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    BoardPages(
            Overviews<Spot> spots,
            MessageSource messages,
            Askers askers,
            ShopProperties shop,
            WebProperties web,
            Clock clock) {
        this.askers = askers;
        this.spots = spots;
        this.messages = messages;
        this.hours = shop.parsed();
        this.shop = web.zoneOrDefault();
        this.clock = clock;
    }

    /**
     * The board of a screen now.
     *
     * @param viewport what its browser draws on
     * @param message what an administrator has to say to the floor, or blank
     */
    Board page(Display display, Viewport viewport, String message) {
        return page(spots.current(), display, viewport, message);
    }

    /** The board of that farm. */
    Board page(Overview<Spot> farm, Display display, Viewport viewport, String message) {
        Map<JobId, String> asking = display.people() ? askers.of(jobs(farm.lines(), display)) : Map.of();
        return made.get(new Asked(farm, display, viewport, message.strip(), asking), this::make);
    }

    private static List<JobId> jobs(List<Spot> all, Display display) {
        return chosen(all, display.printers()).stream()
                .flatMap(spot -> Stream.ofNullable(spot.job()))
                .distinct()
                .toList();
    }

    private Board make(Asked asked) {
        Display display = asked.display();
        Texts texts = new Texts(messages, display.locale());
        List<Spot> chosen = chosen(asked.farm().lines(), display.printers());
        Canvas canvas = Canvas.of(asked.viewport());
        double usual = usualWidth(chosen);
        int least = canvas.leastType(display.distanceMetres(), display.diagonalInches());
        Head head = Heads.of(canvas, least, texts);
        boolean lists = display.turns().stream().anyMatch(turn -> turn.layout() != Display.Layout.WALL);
        Plan rough = Plans.of(canvas, least, head, chosen.size(), usual, asked.message(), lists);
        String message = clipped(asked.message(), rough.sideWidth() - 3);
        Plan plan = Plans.of(canvas, least, head, chosen.size(), usual, message, lists);
        People people = display.people() ? People.of(chosen, asked.askers()) : People.NONE;
        Map<String, String> names = new LinkedHashMap<>();
        chosen.forEach(spot -> names.put(spot.id().value(), spot.name()));
        Map<String, String> inTiles = ShortNames.of(names, plan.tile().nameRoom(plan.tileWidth()));
        Map<String, String> inLists = ShortNames.of(names, nameInLists(plan));
        double inRows = Math.min(nameInLists(plan), Sheets.nameRoom(plan));
        return new Board(
                asked.farm().revision(),
                display,
                asked.viewport(),
                plan,
                message,
                chosen.size(),
                sums(chosen),
                Asking.of(chosen, plan.strip(), texts, inLists, names, clock.instant()),
                leaves(display, chosen, plan, people, texts, inTiles, ShortNames.of(names, inRows)),
                notice(asked.farm(), chosen, texts));
    }

    /** In the strip half of an item, so that an age has room beside it; in lists it is as much. */
    private static double nameInLists(Plan plan) {
        double room = plan.strip().room();
        return plan.strip().narrow() ? room : Math.max(NAME_IN_LISTS, room / 2);
    }

    /** Nine of ten names are at most so wide; a few long ones are not to make all tiles wide, they are shortened. */
    private static double usualWidth(List<Spot> chosen) {
        double[] widths = chosen.stream()
                .mapToDouble(spot -> TextWidth.of(spot.name()))
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[(widths.length - 1) * 9 / 10];
    }

    /** Shortened to what there is room for at most. */
    private static String clipped(String message, double room) {
        String text = message;
        for (double all = MOST_MESSAGE_LINES * room;
                TextWidth.lines(text, room) > MOST_MESSAGE_LINES && all > room;
                all -= 1) {
            text = TextWidth.clip(message, all);
        }
        return text;
    }

    private static List<Spot> chosen(List<Spot> all, Choice choice) {
        Comparator<Spot> byName = Comparator.comparing(Spot::sortName, NaturalOrder.FOLDED)
                .thenComparing(spot -> spot.id().value());
        Set<String> series = choice.keys().stream().map(Words::fold).collect(Collectors.toSet());
        Map<String, Integer> places = new HashMap<>();
        choice.keys().forEach(key -> places.putIfAbsent(key.toLowerCase(Locale.ROOT), places.size()));
        return switch (choice.kind()) {
            case ALL -> all.stream().sorted(byName).toList();
            case SERIES ->
                all.stream()
                        .filter(spot -> series.contains(Words.fold(spot.series())))
                        .sorted(byName)
                        .toList();
            case CHOSEN ->
                all.stream()
                        .filter(spot -> places.containsKey(key(spot)))
                        .sorted(byName)
                        .toList();
            case RACK ->
                all.stream()
                        .filter(spot -> places.containsKey(key(spot)))
                        .sorted(Comparator.comparing(spot -> places.getOrDefault(key(spot), 0)))
                        .toList();
        };
    }

    private static String key(Spot spot) {
        return spot.id().value().toLowerCase(Locale.ROOT);
    }

    private static List<Board.Sum> sums(List<Spot> chosen) {
        Map<StateGroup, Long> counts =
                chosen.stream().collect(Collectors.groupingBy(Spot::group, Collectors.counting()));
        return Arrays.stream(StateGroup.values())
                .map(group ->
                        new Board.Sum(group, counts.getOrDefault(group, 0L).intValue()))
                .toList();
    }

    private List<Leaf> leaves(
            Display display,
            List<Spot> chosen,
            Plan plan,
            People people,
            Texts texts,
            Map<String, String> inTiles,
            Map<String, String> inRows) {
        Sheets sheets = new Sheets(
                plan, (int) chosen.stream().filter(Spot::asks).count(), display.partNames(), people, texts, inRows);
        List<Leaf> leaves = new ArrayList<>();
        for (Turn turn : display.turns()) {
            switch (turn.layout()) {
                case WALL -> {
                    List<Tile> tiles =
                            Tiles.of(chosen, plan, display.partNames(), people, texts, inTiles, clock.instant());
                    int seconds = seconds(turn, plan.pages());
                    for (int page = 0; page < plan.pages(); page++) {
                        int from = Math.min(tiles.size(), page * plan.perPage());
                        int to = Math.min(tiles.size(), from + plan.perPage());
                        leaves.add(leaf(
                                leaves,
                                turn,
                                seconds,
                                plan.columns(),
                                plan.rows(),
                                tiles.subList(from, to),
                                List.of()));
                    }
                }
                case EVENTS -> lists(leaves, turn, sheets, sheets.events(chosen, hours, shop, clock));
                case QUEUES -> lists(leaves, turn, sheets, sheets.queues(chosen));
            }
        }
        return leaves;
    }

    private static void lists(List<Leaf> leaves, Turn turn, Sheets sheets, List<List<List<Sheet>>> pages) {
        int seconds = seconds(turn, pages.size());
        for (List<List<Sheet>> page : pages) {
            leaves.add(leaf(leaves, turn, seconds, sheets.columns(), sheets.rowLines(), List.of(), page));
        }
    }

    private static Leaf leaf(
            List<Leaf> before,
            Turn turn,
            int seconds,
            int columns,
            int rows,
            List<Tile> tiles,
            List<List<Sheet>> sheets) {
        int number = before.size() + 1;
        String layout = turn.layout().name().toLowerCase(Locale.ROOT);
        return new Leaf("leaf-" + number, layout, seconds, number, columns, rows, tiles, sheets);
    }

    /** Pages of one layout share its time, but none goes before it can be read. */
    private static int seconds(Turn turn, int pages) {
        return (int) Math.max(SHORTEST_SECONDS, turn.dwell().toSeconds() / Math.max(1, pages));
    }

    private static String notice(Overview<Spot> farm, List<Spot> chosen, Texts texts) {
        if (!chosen.isEmpty()) {
            return "";
        }
        String key = !farm.read() ? "kiosk.reading" : farm.lines().isEmpty() ? "kiosk.none" : "kiosk.none-chosen";
        return texts.get(key);
    }
}
