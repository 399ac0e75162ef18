package io.nordwand.kiosk;

import io.nordwand.kiosk.Display.Layout;
import io.nordwand.kiosk.Display.Look;
import io.nordwand.kiosk.Display.Turn;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The settings of a wall that a signed-in person opens, from the address; what makes no sense there is left as it usually
 * is.
 */
final class WallQuery {

    private static final double MOST_METRES = 30;
    private static final double MOST_INCHES = 300;
    private static final long MOST_SECONDS = 3600;

    private WallQuery() {}

    /** The display that these parameters ask for; the rest as with a new screen. */
    static Display display(MultiValueMap<String, String> params, Locale locale, ZoneId zone) {
        Display usual = Display.first(locale, zone);
        return new Display(
                printers(params),
                turns(params, usual.turns()),
                one(params, "look", text -> word(Look.values(), text)).orElse(usual.look()),
                usual.locale(),
                usual.zone(),
                one(params, "distance", text -> number(text, MOST_METRES)).orElse(usual.distanceMetres()),
                one(params, "inches", text -> number(text, MOST_INCHES)).orElse(usual.diagonalInches()),
                usual.upright(),
                !"no".equals(params.getFirst("parts")),
                "yes".equals(params.getFirst("people")),
                "yes".equals(params.getFirst("sound")),
                null);
    }

    private static Choice printers(MultiValueMap<String, String> params) {
        List<String> series = all(params, "series");
        List<String> printers = all(params, "printer");
        if (!printers.isEmpty()) {
            return new Choice(
                    "rack".equals(params.getFirst("order")) ? Choice.Kind.RACK : Choice.Kind.CHOSEN, printers);
        }
        return series.isEmpty() ? Choice.ALL : new Choice(Choice.Kind.SERIES, series);
    }

    private static List<Turn> turns(MultiValueMap<String, String> params, List<Turn> usual) {
        Duration dwell = one(params, "dwell", text -> number(text, MOST_SECONDS))
                .map(seconds -> Duration.ofSeconds(Math.max(1, Math.round(seconds))))
                .orElse(usual.get(0).dwell());
        List<Turn> turns = all(params, "layout").stream()
                .flatMap(text -> Stream.ofNullable(word(Layout.values(), text)))
                .distinct()
                .map(layout -> new Turn(layout, dwell))
                .toList();
        return turns.isEmpty() ? List.of(new Turn(usual.get(0).layout(), dwell)) : turns;
    }

    private static List<String> all(MultiValueMap<String, String> params, String name) {
        return params.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static <T> Optional<T> one(
            MultiValueMap<String, String> params, String name, Function<String, @Nullable T> read) {
        String text = params.getFirst(name);
        return text == null ? Optional.empty() : Optional.ofNullable(read.apply(text.strip()));
    }

    private static @Nullable Double number(String text, double most) {
        if (!text.matches("\\d{1,4}(\\.\\d{1,2})?")) {
            return null;
        }
        double value = Double.parseDouble(text);
        return value > 0 && value <= most ? Double.valueOf(value) : null;
    }

    private static <E extends Enum<E>> @Nullable E word(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value ->
                        value.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElse(null);
    }
}
