package io.nordwand.kiosk;

import io.nordwand.kiosk.Display.Layout;
import io.nordwand.kiosk.Display.Look;
import io.nordwand.kiosk.Display.Turn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The settings of a screen as fields of a form. A form that has only some of them leaves the others as they are.
 *
 * @param fields as a browser sends them
 */
public record DisplayForm(MultiValueMap<String, String> fields) {

    /** Places for layouts in turn. */
    public static final int TURNS = 3;

    private static final int LEAST_DWELL = 5;
    private static final int MOST_DWELL = 3600;
    private static final int LAST_PLACE = 10_000;

    /**
     * What came of reading a form.
     *
     * @param display the settings; where a field can't be read, as before
     * @param problems names of the fields that can't be read, in the order of the form
     */
    record Reading(Display display, Set<String> problems) {}

    /** The form that makes this display. */
    static DisplayForm of(Display display) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("kind", key(display.printers().kind()));
        List<String> keys = display.printers().keys();
        if (display.printers().kind() == Choice.Kind.SERIES) {
            keys.forEach(each -> fields.add("series", each));
        } else {
            keys.forEach(each -> fields.add("printer", each));
            IntStream.range(0, keys.size()).forEach(i -> fields.add("place-" + keys.get(i), String.valueOf(i + 1)));
        }
        for (int i = 0; i < Math.min(TURNS, display.turns().size()); i++) {
            Turn turn = display.turns().get(i);
            fields.add("turn" + (i + 1), key(turn.layout()));
            fields.add("dwell" + (i + 1), String.valueOf(turn.dwell().toSeconds()));
        }
        fields.add("look", key(display.look()));
        fields.add("locale", display.locale().toLanguageTag());
        fields.add("zone", display.zone().getId());
        fields.add("metres", number(display.distanceMetres()));
        fields.add("inches", number(display.diagonalInches()));
        ticked(fields, "upright", display.upright());
        ticked(fields, "parts", display.partNames());
        ticked(fields, "people", display.people());
        ticked(fields, "sound", display.sound());
        Night night = display.night();
        ticked(fields, "night", night != null);
        fields.add("from", night == null ? "22:00" : night.from().toString());
        fields.add("to", night == null ? "06:00" : night.to().toString());
        fields.add("percent", night == null ? "20" : String.valueOf(night.percent()));
        return new DisplayForm(fields);
    }

    /** Value of a field, blank when there is none. */
    public String value(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    /** Whether the field has this value, maybe among others. */
    public boolean has(String name, String value) {
        return fields.getOrDefault(name, List.of()).contains(value);
    }

    /** Reads the form. */
    Reading read(Display before) {
        Set<String> problems = new LinkedHashSet<>();
        Display display = new Display(
                printers(before, problems),
                turns(before, problems),
                one(Look.values(), "look", before.look(), problems),
                locale(before, problems),
                read("zone", before.zone(), problems, ZoneId::of),
                decimal("metres", before.distanceMetres(), 0.5, 60, problems),
                decimal("inches", before.diagonalInches(), 5, 300, problems),
                tick("upright", before.upright()),
                tick("parts", before.partNames()),
                tick("people", before.people()),
                tick("sound", before.sound()),
                night(before, problems));
        return new Reading(display, problems);
    }

    private Choice printers(Display before, Set<String> problems) {
        if (!fields.containsKey("kind")) {
            return before.printers();
        }
        Choice.Kind kind = one(Choice.Kind.values(), "kind", before.printers().kind(), problems);
        List<String> keys = fields.getOrDefault(kind == Choice.Kind.SERIES ? "series" : "printer", List.of()).stream()
                .filter(key -> !key.isBlank())
                .distinct()
                .toList();
        if (kind == Choice.Kind.ALL) {
            return Choice.ALL;
        }
        if (keys.isEmpty()) {
            problems.add(kind == Choice.Kind.SERIES ? "series" : "printer");
            return before.printers();
        }
        return new Choice(kind, kind == Choice.Kind.RACK ? inRack(keys) : keys);
    }

    /** In the order of their places; those without one last, as they came. */
    private List<String> inRack(List<String> keys) {
        return keys.stream().sorted(Comparator.comparingInt(this::place)).toList();
    }

    private int place(String printer) {
        String place = value("place-" + printer);
        return place.matches("\\d{1,4}") ? Integer.parseInt(place) : LAST_PLACE;
    }

    private List<Turn> turns(Display before, Set<String> problems) {
        if (!fields.containsKey("turn1")) {
            return before.turns();
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 1; i <= TURNS; i++) {
            String name = "turn" + i;
            if (!value(name).isEmpty()) {
                Layout layout = one(Layout.values(), name, Layout.WALL, problems);
                turns.add(new Turn(layout, dwell("dwell" + i, problems)));
            }
        }
        if (turns.isEmpty()) {
            problems.add("turn1");
            return before.turns();
        }
        return turns;
    }

    private Duration dwell(String name, Set<String> problems) {
        Duration usual =
                Display.first(Locale.ROOT, ZoneId.of("UTC")).turns().get(0).dwell();
        return value(name).isEmpty()
                ? usual
                : Duration.ofSeconds(
                        (long) decimal(name, (double) usual.toSeconds(), LEAST_DWELL, MOST_DWELL, problems));
    }

    private Locale locale(Display before, Set<String> problems) {
        return read("locale", before.locale(), problems, tag -> {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (locale.getLanguage().isEmpty()) {
                throw new IllegalArgumentException(tag);
            }
            return locale;
        });
    }

    private @Nullable Night night(Display before, Set<String> problems) {
        if (!fields.containsKey("from")) {
            return before.night();
        }
        if (value("night").isEmpty()) {
            return null;
        }
        LocalTime from = read("from", LocalTime.MIDNIGHT, problems, LocalTime::parse);
        LocalTime to = read("to", LocalTime.MIDNIGHT, problems, LocalTime::parse);
        int percent = (int) decimal("percent", 100, 5, 100, problems);
        if (from.equals(to) && !problems.contains("from") && !problems.contains("to")) {
            problems.add("to");
        }
        return new Night(from, to, percent);
    }

    /** A box that is not ticked is not sent; a whole form says so. */
    private boolean tick(String name, boolean before) {
        return fields.containsKey("whole") ? !value(name).isEmpty() : before;
    }

    private double decimal(String name, double before, double least, double most, Set<String> problems) {
        return read(name, before, problems, text -> {
            double value = Double.parseDouble(text.replace(',', '.'));
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
    }

    private <E extends Enum<E>> E one(E[] values, String name, E before, Set<String> problems) {
        return read(
                name,
                before,
                problems,
                text -> Arrays.stream(values)
                        .filter(each -> key(each).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private <T> T read(String name, T before, Set<String> problems, Function<String, T> parser) {
        if (!fields.containsKey(name)) {
            return before;
        }
        try {
            return parser.apply(value(name));
        } catch (IllegalArgumentException | DateTimeException | IllformedLocaleException unreadable) {
            problems.add(name);
            return before;
        }
    }

    private static void ticked(MultiValueMap<String, String> fields, String name, boolean on) {
        if (on) {
            fields.add(name, "yes");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** As forms and messages name a constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
