package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTests {

    private final SearchText text =
            SearchText.of(List.of("X7-02", "Mark Two", "Gripper finger v7 ×12", "Łukasz Müller", "Coolant manifold"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x7-02", "X702", "x7 02", "gripper", "GRIPPER FINGER", "gripr", "griper", "girpper", "grippper",
                "fingr", "lukasz", "muller", "MÜLLER", "manifld", "mainfold", "maniflod", "two mark", "gripper muller",
                "cool"
            })
    void findsWhatWasMeant(String typed) {
        assertThat(text.answers(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x7-01", "x703", "hinge", "gripper hinge", "parks", "zz", "v8", "lena@example.com"})
    void doesNotFindWhatIsNotThere(String typed) {
        assertThat(text.answers(typed)).isFalse();
    }

    @Test
    void blankFindsEverything() {
        assertThat(text.answers("  ")).isTrue();
        assertThat(text.answers("")).isTrue();
    }

    @Test
    void namesSortTheWayPeopleCount() {
        assertThat(Stream.of("X7-10", "x7-2", "X7-02", "X7", "Ärmel", "B", "X7-2b", "100", "9")
                        .map(Words::fold)
                        .sorted(NaturalOrder.FOLDED))
                .containsExactly("9", "100", "armel", "b", "x7", "x7-2", "x7-02", "x7-2b", "x7-10");
    }

    @ParameterizedTest
    @CsvSource({"abc,printer-abc", "A_b-9,printer-A_b-9", "a b,printer-__612062", "__x,printer-__5f5f78"})
    void elementIdsAreSafeInSelectors(String id, String element) {
        assertThat(ElementId.of("printer", id)).isEqualTo(element);
    }
}
