package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.kiosk.Display.Layout;
import io.nordwand.kiosk.Display.Look;
import io.nordwand.kiosk.Display.Turn;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Settings on their way through forms and the database. */
class DisplayFormTests {

    private static final Display FIRST = Display.first(Locale.UK, ZoneId.of("Europe/Zurich"));

    static Stream<Display> displays() {
        return Stream.of(
                FIRST,
                new Display(
                        new Choice(Choice.Kind.SERIES, List.of("Desktop Series", "FX20")),
                        List.of(
                                new Turn(Layout.QUEUES, Duration.ofSeconds(15)),
                                new Turn(Layout.WALL, Duration.ofMinutes(2)),
                                new Turn(Layout.EVENTS, Duration.ofSeconds(5))),
                        Look.BY_DAY,
                        Locale.forLanguageTag("de-CH"),
                        ZoneId.of("America/New_York"),
                        7.5,
                        43,
                        true,
                        false,
                        true,
                        true,
                        new Night(LocalTime.of(21, 30), LocalTime.of(5, 0), 15)),
                new Display(
                        new Choice(Choice.Kind.RACK, List.of("c", "a", "b")),
                        List.of(new Turn(Layout.WALL, Duration.ofSeconds(30))),
                        Look.LIGHT,
                        Locale.US,
                        ZoneId.of("UTC"),
                        3,
                        55,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    @ParameterizedTest
    @MethodSource("displays")
    void whatAFormShowsIsWhatItSends(Display display) {
        MultiValueMap<String, String> fields =
                new LinkedMultiValueMap<>(DisplayForm.of(display).fields());
        fields.add("whole", "yes");

        assertThat(new DisplayForm(fields).read(FIRST)).isEqualTo(new DisplayForm.Reading(display, java.util.Set.of()));
    }

    @ParameterizedTest
    @MethodSource("displays")
    void whatIsStoredIsReadAgain(Display display) {
        assertThat(DisplayJson.read(DisplayJson.write(display), FIRST)).isEqualTo(display);
    }

    @Test
    void settingsOfOtherVersionsAreNoTrouble() {
        Display read = DisplayJson.read("{\"look\":\"LIGHT\",\"hologram\":{\"depth\":3}}", FIRST);

        assertThat(read.look()).isEqualTo(Look.LIGHT);
        assertThat(read.turns()).isEqualTo(FIRST.turns());
        assertThat(DisplayJson.read("{\"look\":\"HOLOGRAM\"}", FIRST)).isEqualTo(FIRST);
        assertThat(DisplayJson.read("not even JSON", FIRST)).isEqualTo(FIRST);
    }

    @Test
    void aFormWithSomeFieldsLeavesTheOthers() {
        Display before = displays().toList().get(1);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("look", "dark");

        Display after = new DisplayForm(fields).read(before).display();
        assertThat(after.look()).isEqualTo(Look.DARK);
        assertThat(after.night()).isEqualTo(before.night());
        assertThat(after.people()).isEqualTo(before.people());
        assertThat(after.printers()).isEqualTo(before.printers());
    }

    @Test
    void printersStandInTheOrderOfTheirPlacesAndThoseWithoutOneLast() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("kind", "rack");
        fields.addAll("printer", List.of("x", "a", "b", "c"));
        fields.add("place-a", "10");
        fields.add("place-b", "2");
        fields.add("place-c", "not a number");

        assertThat(new DisplayForm(fields).read(FIRST).display().printers())
                .isEqualTo(new Choice(Choice.Kind.RACK, List.of("b", "a", "x", "c")));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, everything, kind",
        "kind, series, series",
        "kind, rack, printer",
        "turn1, '', turn1",
        "turn1, hologram, turn1",
        "look, pink, look",
        "zone, Mars/Olympus, zone",
        "zone, '', zone",
        "locale, x y, locale",
        "metres, 0, metres",
        "metres, NaN, metres",
        "metres, far, metres",
        "inches, 1e9, inches",
        "inches, '', inches",
    })
    void whatMakesNoSenseIsNamedAndLeavesTheSettingAsItWas(String field, String value, String problem) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add(field, value);

        DisplayForm.Reading reading = new DisplayForm(fields).read(FIRST);
        assertThat(reading.problems()).containsExactly(problem);
        if (!field.equals("turn1")) {
            assertThat(reading.display()).isEqualTo(FIRST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 20, ''",
        "22:00, 22:00, 20, to",
        "25:00, 06:00, 20, from",
        "22:00, soon, 20, to",
        "22:00, 06:00, 0, percent",
        "22:00, 06:00, 101, percent",
        "22:00, 06:00, '', percent",
    })
    void aNightHasTwoDifferentTimesAndALittleLight(String from, String to, String percent, String problem) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("night", "yes");
        fields.add("from", from);
        fields.add("to", to);
        fields.add("percent", percent);

        DisplayForm.Reading reading = new DisplayForm(fields).read(FIRST);
        assertThat(String.join(",", reading.problems())).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) 85.0.4183.93/6.5 TV Chrome/85.0.4183.93 Safari/537.36 | Chrome 85, Tizen",
                "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36 | Chrome 87, webOS",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox 140, Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | Safari 17, macOS",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36 | Chrome 140, Linux",
                "Opera/9.80 (Linux mips; HbbTV/1.2) Presto/2.12.407 | Opera/9.80 (Linux mips; HbbTV/1.2) Pres…",
                "curl/8.5.0 | curl/8.5.0",
            })
    void aBrowserHasAShortNameAndAnUnknownOneIsShownAsItCame(String agent, String name) {
        assertThat(BrowserName.of(agent)).isEqualTo(name);
    }
}
