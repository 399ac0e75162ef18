package io.nordwand.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private static final Trouble DOWN = new Trouble.Unavailable("down", null);

    private final PollProperties poll =
            new PollProperties(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(2));

    @ParameterizedTest(name = "failure {0}: {1} s at most, {2} s at least")
    @CsvSource({"1, 15, 11.25", "2, 30, 22.5", "3, 60, 45", "4, 120, 90", "5, 120, 90", "1000000, 120, 90"})
    void pausesDoubleUpToTheCapLessAQuarterOfJitter(int failures, double most, double least) {
        assertThat(new Backoff(poll, () -> 0).after(failures, DOWN)).isEqualTo(seconds(most));
        assertThat(new Backoff(poll, () -> 1).after(failures, DOWN)).isEqualTo(seconds(least));
    }

    @Test
    void whatEigerAsksForIsHonouredAndNeverShortened() {
        Backoff backoff = new Backoff(poll, () -> 0);
        assertThat(backoff.after(1, limited(Duration.ofMinutes(7)))).isEqualTo(Duration.ofMinutes(7));
        assertThat(new Backoff(poll, () -> 1).after(1, limited(Duration.ofMinutes(10))))
                .isEqualTo(Duration.ofMinutes(11));
        assertThat(backoff.after(1, limited(Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(15));
        assertThat(backoff.after(3, limited(null))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void anAbsurdWishIsHonouredForAnHour() {
        assertThat(new Backoff(poll, () -> 0).after(1, limited(Duration.ofDays(900))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aCapBelowTheIntervalDoesNotMakePollsFaster() {
        PollProperties slow = new PollProperties(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(2));
        assertThat(new Backoff(slow, () -> 0).after(4, DOWN)).isEqualTo(Duration.ofMinutes(5));
    }

    private static Trouble limited(@Nullable Duration retryAfter) {
        return new Trouble.RateLimited("slow down", null, retryAfter);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
