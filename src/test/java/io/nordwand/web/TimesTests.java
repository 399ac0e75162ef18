package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Times times =
            new Times(new MovableClock(NOW), new WebProperties("Farm", ZoneOffset.UTC, Locale.UK, Duration.ofHours(1)));

    @Test
    void aDateOfAnotherYearSaysWhich() {
        assertThat(times.clock(NOW.minus(Duration.ofDays(3)))).isEqualTo("Sun 12:00");
        assertThat(times.clock(NOW.minus(Duration.ofDays(100)))).isEqualTo("17 Aug");
        assertThat(times.clock(NOW.minus(Duration.ofDays(700)))).isEqualTo("25 Dec 2024");
        assertThat(times.clock(Instant.parse("9999-12-31T23:59:59Z"))).isEqualTo("31 Dec 9999");
    }
}
