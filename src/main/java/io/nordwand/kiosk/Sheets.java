package io.nordwand.kiosk;

import io.nordwand.farm.StateGroup;
import io.nordwand.kiosk.Sheet.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists that a screen shows of its printers: what ends next, what is to be cleared and brought, when queues run dry. */
final class Sheets {

    /** Ends that are farther off are nobody's business on a shop floor. */
    private static final Duration HORIZON = Duration.ofDays(3);

    /** From that width on, in em, there are two columns. */
    private static final double TWO_COLUMNS = 47.5;
    /** Below that width, in em, a row has two lines. */
    private static final double ONE_LINE = 23;

    private static final double LINE = 1.5;
    private static final double TWO_LINES = 2.75;
    private static final double GAP = 0.8;
    private static final double BETWEEN = 1.5;
    /** "Wed 22:12" or "23 h 59 min". */
    private static final double WHEN = 6.6;

    private static final double MARK = 1.4;
    private static final int MOST_QUEUE_PAGES = 4;
    /** Two titles, and something below each. */
    private static final int LINES_OF_TWO = 4;

    private final boolean partNames;
    private final People people;
    private final Texts texts;
    private final Map<String, String> names;
    private final double width;
    private final int columns;
    private final int lines;

    /**
     * Lists of a screen.
     *
     * @param waiting printers in its attention strip
     */
    Sheets(Plan plan, int waiting, boolean partNames, People people, Texts texts, Map<String, String> names) {
        this.partNames = partNames;
        this.people = people;
        this.texts = texts;
        this.names = names;
        this.columns = columns(plan);
        this.width = width(plan);
        this.lines = Math.max(2, plan.lines(rowLines() == 2 ? TWO_LINES : LINE, waiting));
    }

    private static int columns(Plan plan) {
        return plan.sideWidth() >= TWO_COLUMNS ? 2 : 1;
    }

    private static double width(Plan plan) {
        int columns = columns(plan);
        return (plan.sideWidth() - (columns - 1) * BETWEEN) / columns;
    }

    /** Widest name that stands beside a time, in em. */
    static double nameRoom(Plan plan) {
        return width(plan) - WHEN - GAP;
    }

    /** Columns side by side. */
    int columns() {
        return columns;
    }

    /** Lines that a row takes. */
    int rowLines() {
        return width < ONE_LINE ? 2 : 1;
    }

    /** What happens next: pages of one column each, or one page of two; where there are few lines, a page for each list. */
    List<List<List<Sheet>>> events(List<Spot> spots, ShopHours hours, ZoneId shop, Clock clock) {
        Sheet ends = ends(spots, hours, shop, clock.instant(), lines - 1);
        List<Row> bringing = spools(spots);
        if (columns == 1 && lines < LINES_OF_TWO) {
            Sheet clear = sheet("kiosk.beds", StateGroup.FINISHED, beds(spots), lines - 1, "kiosk.beds.none");
            Sheet bring = sheet("kiosk.spools", null, bringing, lines - 1, "kiosk.spools.none");
            return Stream.of(ends, clear, bring)
                    .map(each -> List.of(List.of(each)))
                    .toList();
        }
        int half = Math.max(1, (lines - 2) / 2);
        int beds = Math.max(half, lines - 2 - Math.max(1, bringing.size()));
        Sheet clear = sheet("kiosk.beds", StateGroup.FINISHED, beds(spots), beds, "kiosk.beds.none");
        int left = lines - 2 - Math.max(1, clear.rows().size() + (clear.more().isEmpty() ? 0 : 1));
        Sheet bring = sheet("kiosk.spools", null, bringing, Math.max(1, left), "kiosk.spools.none");
        return columns == 2
                ? List.of(List.of(List.of(ends), List.of(clear, bring)))
                : List.of(List.of(List.of(ends)), List.of(List.of(clear, bring)));
    }

    private Sheet ends(List<Spot> spots, ShopHours hours, ZoneId shop, Instant now, int most) {
        List<Row> rows = spots.stream()
                .flatMap(spot -> spot.runs().stream()
                        .filter(run -> run.endsAt().isBefore(now.plus(HORIZON)))
                        .map(run -> Map.entry(run, spot)))
                .sorted(Comparator.comparing(
                                (Map.Entry<Spot.Run, Spot> end) -> end.getKey().endsAt())
                        .thenComparing(end -> end.getValue().sortName()))
                .map(end -> ending(
                        end.getValue(),
                        end.getKey(),
                        hours.deserted(end.getKey().endsAt(), shop)))
                .toList();
        return sheet("kiosk.ends", StateGroup.PRINTING, rows, most, "kiosk.ends.none");
    }

    private Row ending(Spot spot, Spot.Run run, boolean deserted) {
        String title = partNames ? Objects.requireNonNullElse(run.title(), "") : "";
        String note = deserted ? texts.get("kiosk.deserted") : run.followed() ? "" : texts.get("kiosk.last");
        String person = run.running() ? people.of(spot) : people.look(run.person());
        return row(spot, run.endsAt(), "", title, some(person), deserted ? "moon" : "", note);
    }

    private List<Row> beds(List<Spot> spots) {
        return spots.stream()
                .filter(spot -> spot.group() == StateGroup.FINISHED)
                .sorted(Comparator.comparing(spot -> spot.since().at()))
                .map(spot -> {
                    String title = partNames ? Objects.requireNonNullElse(spot.title(), "") : "";
                    Row row = row(spot, null, "", title, some(people.of(spot)), "", "");
                    return new Row(row.name(), null, spot.since(), "", row.text(), "", "");
                })
                .toList();
    }

    private List<Row> spools(List<Spot> spots) {
        Comparator<Map.Entry<Spot.Need, Spot>> soonest = Comparator.comparing(
                need -> need.getKey().now() ? Instant.MIN : need.getKey().at(),
                Comparator.nullsLast(Comparator.naturalOrder()));
        return spots.stream()
                .flatMap(spot -> spot.needs().stream().map(need -> Map.entry(need, spot)))
                .sorted(soonest.thenComparing(need -> need.getValue().sortName()))
                .map(need -> spool(need.getValue(), need.getKey()))
                .toList();
    }

    private Row spool(Spot spot, Spot.Need need) {
        String instead = need.at() != null ? "" : texts.get(need.now() ? "kiosk.now" : "kiosk.when-unknown");
        return row(spot, need.at(), instead, bring(need), List.of(), "triangle-alert", "");
    }

    private String bring(Spot.Need need) {
        Double amount = need.cubicCentimetres();
        if (amount == null) {
            return need.material();
        }
        String figure = String.format(texts.locale(), "%,.0f", Math.ceil(amount));
        return texts.get(need.least() ? "kiosk.amount.least" : "kiosk.amount", need.material(), figure);
    }

    /** When each queue is through, the first to be idle first. */
    List<List<List<Sheet>>> queues(List<Spot> spots) {
        List<Row> rows = spots.stream()
                .sorted(Comparator.comparing(
                                (Function<Spot, @Nullable Instant>) Sheets::dry,
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Spot::sortName))
                .map(this::drain)
                .toList();
        int perColumn = lines - 1;
        int room = perColumn * columns * MOST_QUEUE_PAGES;
        boolean over = rows.size() > room;
        List<Row> shown = over ? rows.subList(0, room - 1) : rows;
        List<List<List<Sheet>>> pages = new ArrayList<>();
        for (int from = 0; from == 0 || from < shown.size(); from += perColumn * columns) {
            List<List<Sheet>> page = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                int begin = Math.min(shown.size(), from + column * perColumn);
                int end = Math.min(shown.size(), begin + perColumn);
                boolean last = over && end == shown.size() && begin < end;
                page.add(List.of(new Sheet(
                        texts.get(column == 0 ? "kiosk.queues" : "kiosk.queues.on"),
                        null,
                        shown.subList(begin, end),
                        last ? texts.get("kiosk.more.rows", rows.size() - shown.size()) : "",
                        column == 0 ? texts.get("kiosk.queues.none") : "")));
            }
            pages.add(page);
        }
        return pages;
    }

    /** When a printer has nothing more to do: at once with nothing to do, nobody knows when for one that waits. */
    private static @Nullable Instant dry(Spot spot) {
        boolean idle = spot.group() == StateGroup.READY && Integer.valueOf(0).equals(spot.waiting());
        return idle ? Instant.MIN : spot.freeAt();
    }

    private Row drain(Spot spot) {
        Integer waiting = spot.waiting();
        String jobs = waiting == null
                ? texts.get("kiosk.queue.unknown")
                : !spot.read()
                        ? texts.get("kiosk.queue.hint", waiting)
                        : waiting == 0 ? texts.get("kiosk.queue.none") : texts.get("kiosk.queue.some", waiting);
        boolean idle = Instant.MIN.equals(dry(spot));
        Spot.Need need = spot.needs().isEmpty() ? null : spot.needs().get(0);
        String lack = need == null ? "" : bring(need);
        return row(
                spot,
                idle ? null : spot.freeAt(),
                idle ? texts.get("kiosk.idle") : spot.freeAt() == null ? held(spot) : "",
                jobs,
                people.waiting(spot),
                need == null ? "" : "triangle-alert",
                lack);
    }

    private String held(Spot spot) {
        return texts.get(spot.asks() ? "kiosk.held" : "kiosk.when-unknown");
    }

    private static List<String> some(String person) {
        return person.isEmpty() ? List.of() : List.of(person);
    }

    private Row row(
            Spot spot,
            @Nullable Instant at,
            String instead,
            String text,
            List<String> asking,
            String mark,
            String note) {
        String name = names.getOrDefault(spot.id().value(), spot.name());
        if (rowLines() == 2 && TextWidth.of(instead) > WHEN) {
            return row(spot, at, "", text.isEmpty() ? instead : instead + ", " + text, asking, mark, note);
        }
        double time = Math.max(WHEN, TextWidth.of(instead));
        double sign = mark.isEmpty() ? 0 : MARK;
        double rest = rowLines() == 2 ? width - sign : width - time - TextWidth.of(name) - 3 * GAP - sign;
        String shortNote = note.isEmpty() ? "" : TextWidth.clip(note, Math.max(3, rest));
        double room = rest - (shortNote.isEmpty() ? 0 : TextWidth.of(shortNote) + GAP);
        return new Row(name, at, null, instead, room < 2 ? "" : People.beside(text, asking, room), mark, shortNote);
    }

    private Sheet sheet(String title, @Nullable StateGroup group, List<Row> rows, int most, String empty) {
        boolean over = rows.size() > most;
        List<Row> shown = over ? rows.subList(0, Math.max(0, most - 1)) : rows;
        return new Sheet(
                texts.get(title),
                group,
                shown,
                over ? texts.get("kiosk.more.rows", rows.size() - shown.size()) : "",
                texts.get(empty));
    }
}
