package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the codes by which screens are connected. */
class CodesTests {

    private final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    private final Codes codes = new Codes(clock);

    @Test
    void aCodeHasSixLettersOfWhichNoneIsTakenForAnother() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            made.add(Code.made());
        }

        assertThat(made).allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{6}"));
        assertThat(made).as("by chance, so hardly one twice").hasSizeGreaterThan(1990);
        assertThat(String.join("", made).chars().distinct())
                .as("every letter is used")
                .hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KX42M", "7kx42m", "7KX-42M", " 7kx 42m ", "7k-x4 2m", "7KX–42M"})
    void caseSpacesAndHyphensDoNotMatter(String typed) {
        assertThat(Code.read(typed)).isEqualTo("7KX42M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KX42", "7KX42MM", "7KX420", "7KX42O", "7KX42I", "7KX421", "7KX_42M", "ÄKX42M"})
    void whatCanBeNoCodeIsNone(String typed) {
        assertThat(Code.read(typed)).isNull();
    }

    @Test
    void aCodeCountsOnce() {
        Waiting waiting = begin("tv", "10.0.0.1");

        assertThat(codes.find(waiting.code())).isEqualTo(waiting);
        assertThat(codes.take(waiting.code())).isEqualTo(waiting);
        assertThat(codes.take(waiting.code())).isNull();
        assertThat(codes.find(waiting.code())).isNull();
    }

    @Test
    void aBrowserThatIsBeingConnectedStillWaitsAndGetsNoOtherSecret() {
        Waiting waiting = begin("tv", "10.0.0.1");
        Waiting taken = Objects.requireNonNull(codes.take(waiting.code()));

        assertThat(Objects.requireNonNull(ask("tv", "10.0.0.1")).code()).isEqualTo(waiting.code());
        codes.end(taken);
        assertThat(ask("tv", "10.0.0.1")).isNull();
        assertThat(codes.size()).isZero();
    }

    @Test
    void ofACodeOfWhichNothingCameTheRestOfItsTimeIsLeft() {
        Waiting waiting = begin("tv", "10.0.0.1");
        Waiting taken = Objects.requireNonNull(codes.take(waiting.code()));
        codes.giveBack(taken);

        clock.advance(Codes.LIFE.minusSeconds(1));
        assertThat(codes.find(waiting.code())).isEqualTo(waiting);
        clock.advance(Duration.ofSeconds(1));
        assertThat(codes.find(waiting.code())).isNull();
    }

    @Test
    void aCodeEndsAfterTenMinutesHoweverOftenItsBrowserAsks() {
        Waiting waiting = begin("tv", "10.0.0.1");
        for (int minute = 0; minute < 9; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(ask("tv", "10.0.0.1")).isNotNull();
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(ask("tv", "10.0.0.1")).isNull();
        assertThat(codes.take(waiting.code())).isNull();
        assertThat(begin("tv again", "10.0.0.1").code()).isNotEqualTo(waiting.code());
        assertThat(codes.size()).as("what has ended takes no room").isEqualTo(1);
    }

    @Test
    void onlyTheBrowserWithTheSecretIsTheOneThatWaits() {
        Waiting waiting = begin("tv", "10.0.0.1");

        assertThat(ask("somebody else who read the code", "10.0.0.1")).isNull();
        assertThat(Objects.requireNonNull(ask("tv", "10.0.0.2")).tokenHash()).isEqualTo(waiting.tokenHash());
    }

    @Test
    void noTwoBrowsersShowTheSameCode() {
        ArrayDeque<String> chance = new ArrayDeque<>(List.of("AAAAAA", "AAAAAA", "BBBBBB"));
        Codes few = new Codes(clock, chance::remove);
        few.begin("one", sighting("10.0.0.1"));

        assertThat(Objects.requireNonNull(few.begin("other", sighting("10.0.0.2")))
                        .code())
                .isEqualTo("BBBBBB");
    }

    @Test
    void aFloodFromOneAddressPushesNobodyOut() {
        Waiting first = begin("tv", "10.0.0.1");
        IntStream.range(1, Codes.AT_ONE_ADDRESS).forEach(i -> begin("flood " + i, "10.0.0.1"));

        assertThat(codes.begin("one more", sighting("10.0.0.1"))).isNull();
        assertThat(codes.find(first.code())).isNotNull();
        assertThat(codes.begin("elsewhere", sighting("10.0.0.2"))).isNotNull();
        assertThat(codes.size()).isEqualTo(Codes.AT_ONE_ADDRESS + 1);
    }

    @Test
    void aBrowserThatNoLongerAsksMakesRoomButOneThatAsksStays() {
        Waiting first = begin("tv", "10.0.0.1");
        IntStream.range(1, Codes.AT_ONE_ADDRESS).forEach(i -> begin("flood " + i, "10.0.0.1"));
        clock.advance(Codes.SILENCE.plusSeconds(1));
        ask("tv", "10.0.0.1");

        assertThat(codes.begin("one more", sighting("10.0.0.1"))).isNotNull();
        assertThat(codes.find(first.code())).isNotNull();
        assertThat(codes.size()).isEqualTo(Codes.AT_ONE_ADDRESS);
    }

    @Test
    void aFloodFromManyAddressesEndsAtSoManyInAll() {
        Waiting first = begin("tv", "10.9.9.9");
        for (int i = 0; i < 3 * Codes.IN_ALL; i++) {
            codes.begin("flood " + i, sighting("10.1.%d.%d".formatted(i / 250, i % 250)));
        }

        assertThat(codes.size()).isEqualTo(Codes.IN_ALL);
        assertThat(codes.find(first.code())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.2, false",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:ffff::1, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "2001:db8::1, 2001:db8::2:1, true",
        "::1, 1::1, false",
    })
    void anAddressOfIpv6IsItsFirstHalf(String one, String other, boolean same) {
        assertThat(Neighbourhood.of(one).equals(Neighbourhood.of(other))).isEqualTo(same);
    }

    @Test
    void wrongCodesHoldUpWhoeverTypesThemAndAtLastEverybody() {
        Guesses guesses = new Guesses(clock);
        for (int i = 0; i < Guesses.OF_ONE; i++) {
            assertThat(guesses.allows("anna")).isTrue();
            guesses.missed("anna");
        }
        assertThat(guesses.allows("anna")).isFalse();
        assertThat(guesses.allows("lena")).isTrue();

        for (int i = Guesses.OF_ONE; i < Guesses.OF_ALL; i++) {
            guesses.missed("somebody " + i);
        }
        assertThat(guesses.allows("lena")).isFalse();
        clock.advance(Guesses.PAUSE.plusSeconds(1));
        assertThat(guesses.allows("anna")).isTrue();
    }

    private Waiting begin(String token, String address) {
        return Objects.requireNonNull(codes.begin(token, sighting(address)));
    }

    private @Nullable Waiting ask(String token, String address) {
        return codes.waiting(token, sighting(address));
    }

    private Sighting sighting(String address) {
        return new Sighting(clock.instant(), address, "a TV", null);
    }
}
