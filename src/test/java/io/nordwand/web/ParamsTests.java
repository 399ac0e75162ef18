package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ParamsTests {

    private static Params asked(String name, String... values) {
        MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
        Arrays.stream(values).forEach(value -> map.add(name, value));
        return Params.of(map);
    }

    @Test
    void theLastTextThatIsNotBlankCounts() {
        assertThat(asked("q", "gear", " bracket ", "", " \0").text("q")).isEqualTo("bracket");
        assertThat(asked("q").text("q")).isEmpty();
    }

    @Test
    void textsAreCutAndLoseWhatNoDatabaseTakes() {
        assertThat(asked("q", "a".repeat(5000)).text("q")).hasSize(300);
        assertThat(asked("q", "ge\0ar").text("q")).isEqualTo("gear");
    }

    @Test
    void ofManyTextsEachIsThereOnceAndNotTooManyAreRead() {
        assertThat(asked("series", "X7", "", "Desktop", "X7").texts("series")).containsExactly("X7", "Desktop");
        String[] many = IntStream.range(0, 500).mapToObj(i -> "s" + i).toArray(String[]::new);
        assertThat(asked("series", many).texts("series")).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "+12026-01-01", "-0001-01-01", "0000-01-01"})
    void whatIsNoDayThatADatabaseKnowsIsNotAskedFor(String text) {
        assertThat(asked("from", text).day("from")).isNull();
    }

    @Test
    void aDayIsRead() {
        assertThat(asked("from", "2026-02-12").day("from")).isEqualTo(LocalDate.parse("2026-02-12"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',,,1",
        "many,,,1",
        "7,7,7,7",
        "0,0,0,1",
        "-3,-3,,1",
        "3000000000,3000000000,,100000",
        "99999999999999999999,,,1",
    })
    void numbersAreWithinTheirBounds(String text, Long number, Integer count, int page) {
        Params params = asked("n", text);
        assertThat(params.number("n")).isEqualTo(number);
        assertThat(params.count("n")).isEqualTo(count);
        assertThat(params.page("n")).isEqualTo(page);
    }

    @Test
    void onlyOneIsOn() {
        assertThat(asked("late", "1").on("late")).isTrue();
        assertThat(asked("late", "yes").on("late")).isFalse();
        assertThat(asked("late").on("late")).isFalse();
    }

    @Test
    void aUrlHasWhatIsNotBlank() {
        String query = Params.encoded(Stream.of(Map.entry("q", "a&b ü"), Map.entry("x", ""), Map.entry("page", "2")));
        assertThat(query).isEqualTo("q=a%26b+%C3%BC&page=2");
        assertThat(Params.href("/jobs", query)).isEqualTo("/jobs?" + query);
        assertThat(Params.href("/jobs", "")).isEqualTo("/jobs");
    }
}
