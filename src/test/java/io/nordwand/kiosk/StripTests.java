package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in the attention strip, and what of the head is there. */
class StripTests {

    private static final Forecasts FORECASTS = new Forecasts(Duration.ofMinutes(15));
    private static final Texts TEXTS = ScreenTexts.in(Locale.UK);
    private static final Canvas WIDE = Canvas.of(new Viewport(1920, 1080, true));
    private static final Canvas TALL = Canvas.of(new Viewport(1080, 1920, true));

    private static Strip strip(Canvas canvas, double metres, int printers) {
        int least = canvas.leastType(metres, 55);
        return Plans.of(canvas, least, Heads.of(canvas, least, TEXTS), printers, 3.6, "", false)
                .strip();
    }

    /** The first of them waits for the shortest time. */
    private static Asking asking(Strip strip, int waiting) {
        List<Spot> spots = IntStream.range(0, waiting)
                .mapToObj(i -> jam("X7-" + (10 + i), i + 1))
                .map(each -> Spot.of(each, FORECASTS.of(each)))
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        spots.forEach(spot -> names.put(spot.id().value(), spot.name()));
        return Asking.of(spots, strip, TEXTS, names, names, NOW);
    }

    private static Printer jam(String name, int minutes) {
        Printer sample = printer(name, "Fiber Jam", StateGroup.HANDS, null);
        return new Printer(
                sample.report(),
                sample.group(),
                sample.cautions(),
                new Since(NOW.minusSeconds(60L * minutes), true),
                null,
                false,
                sample.queue(),
                NOW);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.6, 3, 5})
    void allWhoWaitAreShownAsLongAsTheyFitTheLongestWaitFirst(double metres) {
        for (Canvas canvas : List.of(WIDE, TALL)) {
            Strip strip = strip(canvas, metres, 60);
            for (int waiting = 1; waiting <= 60; waiting++) {
                Asking asking = asking(strip, waiting);
                assertThat(asking.items())
                        .as("%d wait, %s", waiting, strip)
                        .hasSizeGreaterThanOrEqualTo(Math.min(waiting, strip.most()));
                assertThat(asking.more().isEmpty()).isEqualTo(asking.items().size() == waiting);
                assertThat(asking.items().get(0).name()).isEqualTo("X7-" + (9 + waiting));
            }
        }
    }

    @Test
    void theLongestWaitKeepsItsWholeStepWhileLaterOnesBecomeOneLine() {
        Strip strip = strip(WIDE, 5, 24);
        assertThat(asking(strip, 2).items()).noneMatch(Asking.Item::brief);
        assertThat(asking(strip, 2).items().get(0).step()).isEqualTo("Clear the fiber path, then press Resume");
        List<Asking.Item> four = asking(strip, 4).items();
        assertThat(four.stream().map(Asking.Item::brief)).containsExactly(false, false, true, true);
        assertThat(four.get(3).step()).isEqualTo("Clear jam");
        assertThat(asking(strip, 6).items()).hasSize(6);
        Asking many = asking(strip, 24);
        assertThat(many.items()).hasSize(6).allMatch(Asking.Item::brief);
        assertThat(many.more()).isEqualTo("and 18 more need hands");
    }

    @ParameterizedTest
    @CsvSource({"1.6, SMALLER", "3, SMALLER", "5, SHORT", "8, NONE"})
    void theHeadHoldsNothingSmallerThanWhatIsRead(double metres, Head.Words words) {
        int least = WIDE.leastType(metres, 55);
        Head head = Heads.of(WIDE, least, TEXTS);
        assertThat(head.words()).isEqualTo(words);
        assertThat(head.type() * (words == Head.Words.SMALLER ? 0.62 : 1)).isGreaterThanOrEqualTo(least);
        assertThat(head.units()).isLessThan(0.23 * WIDE.height());
        assertThat(Heads.of(TALL, least, TEXTS).type()).isGreaterThanOrEqualTo(least);
    }

    @Test
    void whereNotEvenFiguresFitTheTypeGivesWay() {
        assertThat(Heads.of(TALL, 300, TEXTS).type()).isBetween(16, 119);
    }

    @ParameterizedTest
    @CsvSource({"60, 3, 1", "60, 5, 3", "200, 1.6, 1", "200, 3, 4", "200, 5, 9"})
    void soManyPagesALargeFarmTakes(int printers, double metres, int pages) {
        int least = WIDE.leastType(metres, 55);
        Plan plan = Plans.of(WIDE, least, Heads.of(WIDE, least, TEXTS), printers, 3.6, "", false);
        assertThat(plan.pages()).isEqualTo(pages);
        assertThat(plan.type()).isGreaterThanOrEqualTo(least);
    }
}
