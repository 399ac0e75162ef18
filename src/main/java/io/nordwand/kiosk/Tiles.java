package io.nordwand.kiosk;

import io.nordwand.farm.Caution;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.ElementId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what is known of printers into tiles that fit. */
final class Tiles {

    /** What the glyph takes from a line that it stands on. */
    private static final double GLYPH = 1.35;

    private static final double TRIANGLE = 1.15;
    /** "22:12". */
    private static final double CLOCK = 3.0;
    /** "Wed 22:12", for what is farther off than some 20 hours. */
    private static final double DAY_AND_CLOCK = 5.9;

    private static final Duration SOON = Duration.ofHours(20);
    /** "59 min", "23 h 59 min", "6 d 23 h"; each is written for some minutes more than it may last. */
    private static final double MINUTES = 3.9;

    private static final double HOURS = 6.4;
    private static final double DAYS = 5.2;
    /** The sign of what may be longer. */
    private static final double AT_LEAST = 1.0;

    private static final double GAP = 0.6;
    private static final double TINY_GAP = 0.3;
    /** "23 h", "<1 h". */
    private static final double SPAN = 2.3;
    /** Less of a machine's word is not understood. */
    private static final double LEAST_WORD = 4;

    private final Plan plan;
    private final boolean partNames;
    private final People people;
    private final Texts texts;
    private final Map<String, String> names;
    private final Instant now;

    private Tiles(Plan plan, boolean partNames, People people, Texts texts, Map<String, String> names, Instant now) {
        this.people = people;
        this.now = now;
        this.plan = plan;
        this.partNames = partNames;
        this.texts = texts;
        this.names = names;
    }

    /** The tiles of these printers, in that order; the later it is, the shorter their times become. */
    static List<Tile> of(
            List<Spot> spots,
            Plan plan,
            boolean partNames,
            People people,
            Texts texts,
            Map<String, String> names,
            Instant now) {
        Tiles tiles = new Tiles(plan, partNames, people, texts, names, now);
        return spots.stream().map(tiles::tile).toList();
    }

    private Tile tile(Spot spot) {
        boolean few = plan.tile() == TileKind.LARGE || plan.tile() == TileKind.MEDIUM;
        boolean tiny = plan.tile() == TileKind.TINY;
        boolean warned = spot.warned() && !spot.asks();
        String name = names.getOrDefault(spot.id().value(), spot.name());
        double line = plan.tile().lineRoom(plan.tileWidth());
        double room = line - (few ? 0 : GLYPH) - (tiny ? TextWidth.of(name) + TINY_GAP : 0);
        // In one line beside a name the sign is left out where it would take the place of a figure.
        boolean sign = !few && warned && (!tiny || room > TileKind.FIGURE + TRIANGLE);
        room -= sign ? TRIANGLE : 0;
        Since since = !few && spot.group() == StateGroup.OFF && room >= SPAN ? spot.since() : null;
        double left = since == null ? room : room - SPAN - GAP;
        String main = main(spot, left);
        return new Tile(
                elementId(spot),
                name,
                spot.group(),
                spot.percent(),
                tiny ? whole(spot, main, left) : TextWidth.clip(main, left),
                since == null && TextWidth.of(main) + GAP + clockWidth(spot) <= room ? spot.finishAt() : null,
                since,
                notes(spot, line / Plan.NEAR),
                few ? warned : sign,
                plan.tile().key());
    }

    /** The words, or else the one for its group that fits beside any name: a few letters of the others would say nothing. */
    private String whole(Spot spot, String text, double room) {
        return TextWidth.fits(text, room)
                ? text
                : texts.get("kiosk.tiny." + spot.group().key());
    }

    /** Width of a state's age, now and for some minutes to come. */
    static double spanWidth(Since since, Instant now) {
        long minutes = Duration.between(since.at(), now).toMinutes();
        double width = minutes < 50 ? MINUTES : minutes < 24 * 60 ? HOURS : DAYS;
        return since.exact() ? width : width + AT_LEAST;
    }

    /** Width of the time at which its job ends; endless where none is to be told. */
    private double clockWidth(Spot spot) {
        Instant end = spot.finishAt();
        if (end == null || spot.group() != StateGroup.PRINTING || spot.percent() == null) {
            return Double.POSITIVE_INFINITY;
        }
        return end.isAfter(now.plus(SOON)) || end.isBefore(now.minus(SOON)) ? DAY_AND_CLOCK : CLOCK;
    }

    static String elementId(Spot spot) {
        return ElementId.of("printer", spot.id().value());
    }

    /** What to do, in two words at most. */
    static String act(Spot spot, Texts texts) {
        return texts.either("kiosk.act." + spot.step(), "kiosk.act.unknown");
    }

    /** What is read from afar: what to do, else how far it is, else the machine's own word, or that of its group. */
    private String main(Spot spot, double room) {
        if (spot.asks()) {
            return act(spot, texts);
        }
        if (spot.group() == StateGroup.PRINTING && spot.percent() != null) {
            return spot.percent() + "\u2009%";
        }
        String word = word(spot);
        boolean group = spot.group() == StateGroup.OFF && room < LEAST_WORD && !TextWidth.fits(word, room);
        return group ? texts.get("kiosk.short.off") : word;
    }

    private String word(Spot spot) {
        return spot.state() == null ? texts.get("kiosk.state.none") : spot.state();
    }

    private List<Tile.Note> notes(Spot spot, double room) {
        List<Tile.@Nullable Note> notes = new ArrayList<>();
        if (spot.asks()) {
            notes.add(aged(word(spot), spot, room));
            notes.add(title(spot, room));
        } else if (spot.group() == StateGroup.PRINTING) {
            notes.add(warning(spot, room));
            notes.add(title(spot, room));
            notes.add(spot.percent() == null ? aged("", spot, room) : plain(word(spot), room));
        } else if (spot.group() == StateGroup.READY) {
            notes.add(warning(spot, room));
            notes.add(plain(queue(spot), room));
            notes.add(aged("", spot, room));
        } else {
            notes.add(aged("", spot, room));
            notes.add(warning(spot, room));
            notes.add(title(spot, room));
        }
        int most = plan.tile() == TileKind.LARGE ? 2 : plan.tile() == TileKind.MEDIUM ? 1 : 0;
        return notes.stream().filter(Objects::nonNull).limit(most).toList();
    }

    private static Tile.Note plain(String text, double room) {
        return new Tile.Note(TextWidth.clip(text, room), null, false);
    }

    private Tile.Note aged(String text, Spot spot, double room) {
        double left = room - spanWidth(spot.since(), now) - GAP;
        return new Tile.Note(text.isEmpty() ? "" : TextWidth.clip(text, left), spot.since(), false);
    }

    private Tile.@Nullable Note title(Spot spot, double room) {
        String title = !partNames || spot.title() == null ? "" : spot.title();
        String person = people.of(spot);
        String line = People.beside(title, person.isEmpty() ? List.of() : List.of(person), room);
        return line.isEmpty() ? null : new Tile.Note(line, null, false);
    }

    private Tile.@Nullable Note warning(Spot spot, double room) {
        return warningText(spot)
                .map(text -> new Tile.Note(TextWidth.clip(text, room - TRIANGLE), null, true))
                .findFirst()
                .orElse(null);
    }

    /** What the triangle means: what does not add up first, then what runs out. */
    private Stream<String> warningText(Spot spot) {
        Stream<String> cautions = spot.cautions().stream()
                .filter(caution -> caution != Caution.MAINTENANCE_DUE)
                .sorted()
                .map(caution -> texts.get("kiosk.caution." + key(caution)));
        Stream<String> needs = spot.needs().stream().map(need -> texts.get("kiosk.bring", need.material()));
        Stream<String> parts = spot.cautions().contains(Caution.MAINTENANCE_DUE)
                ? Stream.of(texts.get("kiosk.caution.maintenance-due"))
                : Stream.of();
        return Stream.of(cautions, needs, parts).flatMap(all -> all);
    }

    private static String key(Caution caution) {
        return caution.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String queue(Spot spot) {
        Integer waiting = spot.waiting();
        if (waiting == null) {
            return texts.get("kiosk.queue.unknown");
        }
        if (!spot.read()) {
            return texts.get("kiosk.queue.hint", waiting);
        }
        return waiting == 0 ? texts.get("kiosk.queue.none") : texts.get("kiosk.queue.some", waiting);
    }
}
