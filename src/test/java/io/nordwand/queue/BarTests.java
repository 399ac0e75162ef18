package io.nordwand.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BarTests {

    /** From 13:00 to 14:00 the next day: 25 hours, of which one is 4 percent. */
    private static final Axis AXIS = Axis.of(Instant.parse("2026-02-12T14:32:08Z"), QueueQuery.DAY, ZoneOffset.UTC);

    private static Instant hour(double afterThirteen) {
        return AXIS.from().plus(Duration.ofSeconds((long) (afterThirteen * 3600)));
    }

    private static Bar bar(double from, double to, boolean fails) {
        Instant start = hour(from);
        Instant end = hour(to);
        return new Bar("queued", AXIS.x(start), AXIS.width(start, end), AXIS.words(start, end), "Gear", fails);
    }

    @Test
    void placesAreSharesOfTheScaleAndEndWithIt() {
        assertThat(AXIS.x(hour(5))).hasToString("20.00%");
        assertThat(AXIS.width(hour(5), hour(10))).hasToString("20.00%");
        assertThat(AXIS.x(hour(-3))).hasToString("0.00%");
        assertThat(AXIS.width(hour(20), hour(40))).hasToString("20.00%");
        assertThat(AXIS.now()).hasToString("6.14%");
    }

    @Test
    void wordsBeginRightOfWhereThePresentMayBe() {
        assertThat(AXIS.words(hour(0), hour(10)))
                .as("two of ten hours")
                .isEqualTo(new Bar.Words(new Percent(20), new Percent(80)));
        assertThat(AXIS.words(hour(1), hour(10)))
                .as("what begins after the last full hour is never crossed by it")
                .isEqualTo(new Bar.Words(new Percent(0), new Percent(100)));
        assertThat(AXIS.words(hour(0), hour(1))).isEqualTo(new Bar.Words(new Percent(100), new Percent(0)));
        assertThat(AXIS.words(hour(3), hour(3))).isEqualTo(new Bar.Words(new Percent(0), new Percent(100)));
    }

    @Test
    void aBarWithoutRoomSaysNothing() {
        assertThat(bar(3, 4, false).roomy()).isTrue();
        assertThat(bar(3, 3.7, false).roomy()).isFalse();
        assertThat(bar(0, 2.5, false).roomy())
                .as("long enough, but its words are not")
                .isFalse();
    }

    @Test
    void aTriangleStandsOnlyWhereThereIsRoomForIt() {
        assertThat(bar(3, 4, true).marked()).isTrue();
        assertThat(bar(3, 3.5, true).marked()).isFalse();
        assertThat(bar(3, 9, false).marked()).isFalse();
    }

    @Test
    void marksThatWouldBeCutOffOnNarrowScreensAreLate() {
        assertThat(AXIS.ticks())
                .filteredOn(Axis.Tick::late)
                .extracting(tick -> tick.x().value())
                .allMatch(x -> x > 84);
        assertThat(AXIS.ticks()).filteredOn(tick -> !tick.late()).isNotEmpty();
    }
}
