package io.nordwand.eiger.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import reactor.test.StepVerifier;

class HoldOffTests {

    private static final Instant NOW = Instant.parse("2026-02-12T14:32:08Z");

    private final HoldOff holdOff = new HoldOff(Clock.fixed(NOW, ZoneOffset.UTC), limits());

    private static CallLimits limits() {
        Duration second = Duration.ofSeconds(1);
        return new CallLimits(
                second,
                second,
                second,
                second,
                second,
                4,
                DataSize.ofMegabytes(1),
                3,
                Duration.ofMillis(400),
                second,
                Duration.ofMillis(10),
                Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "7, PT7S",
        "' 7 ', PT7S",
        "86400, PT5M",
        "99999999999999999999, PT5M",
        "'Thu, 12 Feb 2026 14:32:38 GMT', PT30S",
        "'Thu, 12 Feb 2026 14:00:00 GMT', PT0S",
        "'Thu, 12 Feb 2099 14:00:00 GMT', PT5M",
        "-5, ",
        "soon, ",
        "'', ",
    })
    void retryAfterIsReadAsSecondsOrDate(String text, @Nullable Duration expected) {
        assertThat(holdOff.slowDown(text)).isEqualTo(expected);
    }

    @Test
    void callsPassUntilSomebodyAsksThemNotTo() {
        StepVerifier.create(holdOff.pass()).expectComplete().verify(Duration.ofSeconds(5));

        holdOff.slowDown(null);

        StepVerifier.create(holdOff.pass())
                .expectErrorSatisfies(error -> assertThat(((HoldOff.HeldException) error).left())
                        .isBetween(Duration.ofMillis(300), Duration.ofMillis(500)))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void repeatedWishesWithoutATimeAreHonouredLongerAndLonger() {
        for (int i = 0; i < 12; i++) {
            holdOff.slowDown(null);
        }

        StepVerifier.create(holdOff.pass())
                .expectErrorSatisfies(error -> assertThat(((HoldOff.HeldException) error).left())
                        .isGreaterThan(Duration.ofMinutes(4))
                        .isLessThanOrEqualTo(Duration.ofMinutes(5)))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void aShorterWishDoesNotShortenALongerOne() {
        holdOff.slowDown("60");
        holdOff.slowDown("1");

        StepVerifier.create(holdOff.pass())
                .expectErrorSatisfies(error ->
                        assertThat(((HoldOff.HeldException) error).left()).isEqualTo(Duration.ofSeconds(60)))
                .verify(Duration.ofSeconds(5));
    }
}
