package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopHoursTests {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    /** 12 February 2026 is a Thursday; the last ones are the first days of summer and of winter time. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-12T05:00:00Z, false",
        "2026-02-12T04:59:59Z, true",
        "2026-02-12T20:59:59Z, false",
        "2026-02-12T21:00:00Z, true",
        "2026-02-14T08:00:00Z, false",
        "2026-02-14T12:00:00Z, true",
        "2026-02-15T08:00:00Z, true",
        "2026-03-30T03:59:59Z, true",
        "2026-03-30T04:00:00Z, false",
        "2026-10-26T04:59:59Z, true",
        "2026-10-26T05:00:00Z, false"
    })
    void outsideOfTheHoursNobodyIsThere(Instant at, boolean deserted) {
        ShopHours hours = ShopHours.parse("Mon-Fri 06:00-22:00, sat 08:00-12:00");
        assertThat(hours.deserted(at, ZURICH)).isEqualTo(deserted);
    }

    @Test
    void aNightShiftBelongsToTheDayOnWhichItBegins() {
        ShopHours hours = ShopHours.parse("Fri 22:00-06:00");
        assertThat(hours.deserted(Instant.parse("2026-02-13T23:00:00Z"), ZURICH))
                .isFalse();
        assertThat(hours.deserted(Instant.parse("2026-02-14T04:00:00Z"), ZURICH))
                .isFalse();
        assertThat(hours.deserted(Instant.parse("2026-02-14T05:00:00Z"), ZURICH))
                .isTrue();
        assertThat(hours.deserted(Instant.parse("2026-02-13T04:00:00Z"), ZURICH))
                .isTrue();
    }

    @Test
    void daysMayRunOverTheWeekend() {
        ShopHours hours = ShopHours.parse("Sat-Mon 00:00-24:00");
        assertThat(List.of("2026-02-14", "2026-02-15", "2026-02-16"))
                .noneMatch(day -> hours.deserted(Instant.parse(day + "T12:00:00Z"), ZURICH));
        assertThat(hours.deserted(Instant.parse("2026-02-17T12:00:00Z"), ZURICH))
                .isTrue();
    }

    @Test
    void withoutHoursNothingIsSaidToEndAlone() {
        assertThat(ShopHours.parse(" ").deserted(Instant.parse("2026-02-15T02:00:00Z"), ZURICH))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-Fr 06:00-22:00",
                "Mon 6:00-22:00",
                "Mon-Fri",
                "Mon 06:00-25:00",
                "Mon 06:61-22:00",
                "Xyz 06:00-07:00",
                "Mon 06:00-22:00,",
                "24/7"
            })
    void whatCannotBeReadEndsTheStartWithASentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShopProperties(text))
                .withMessageStartingWith("nordwand.shop.hours is “" + text + "”: ");
    }

    private static Mood mood(Display.Look look, @Nullable Night night, String at) {
        Display usual = Display.first(Locale.UK, ZURICH);
        Display display = new Display(
                usual.printers(),
                usual.turns(),
                look,
                usual.locale(),
                usual.zone(),
                5,
                55,
                false,
                true,
                false,
                false,
                night);
        return Mood.of(display, Instant.parse(at));
    }

    @Test
    void byDayAScreenIsLightAndByNightItIsDim() {
        Night night = new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 32);
        assertThat(mood(Display.Look.BY_DAY, null, "2026-02-12T05:59:00Z")).isEqualTo(new Mood("dark", 100));
        assertThat(mood(Display.Look.BY_DAY, null, "2026-02-12T06:00:00Z")).isEqualTo(new Mood("light", 100));
        assertThat(mood(Display.Look.BY_DAY, night, "2026-02-12T21:00:00Z")).isEqualTo(new Mood("dark", 30));
        assertThat(mood(Display.Look.LIGHT, night, "2026-02-12T04:59:00Z")).isEqualTo(new Mood("light", 30));
        assertThat(mood(Display.Look.DARK, night, "2026-02-12T05:00:00Z")).isEqualTo(new Mood("dark", 100));
    }

    @Test
    void pagesTurnByTheClockEachAsLongAsItIsToStay() {
        List<Integer> seconds = List.of(30, 8, 8);
        assertThat(List.of(0L, 29L, 30L, 37L, 38L, 45L, 46L).stream().map(second -> Leaf.at(second, seconds)))
                .containsExactly(0, 0, 1, 1, 2, 2, 0);
        assertThat(Leaf.at(5, List.of())).isZero();
    }
}
