package io.nordwand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the text of the sources. */
class HouseRulesTests {

    private static final Pattern LEFT_BEHIND = Pattern.compile("\\b(TODO|FIXME|HACK)\\b|@Disabled\\b|@author\\b");
    private static final Pattern SUPPRESSED_NULLS = Pattern.compile("@SuppressWarnings\\([^)]*NullAway[^)]*\\)");
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(|\\bThread\\.yield\\(");

    @Test
    void noClassIsLongerThan300Lines() {
        assertThat(longerThan(300, Sources.under(Path.of("src/main/java"), ".java")))
                .isEmpty();
    }

    @Test
    void noTemplateIsLongerThan120Lines() {
        assertThat(longerThan(120, Sources.under(Sources.TEMPLATES, ".html"))).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(everywhere(LEFT_BEHIND)).isEmpty();
    }

    @Test
    void nullIsNeverArguedAway() {
        assertThat(everywhere(SUPPRESSED_NULLS)).isEmpty();
    }

    @Test
    void nobodySleepsNotEvenInTests() {
        assertThat(everywhere(SLEEP)).isEmpty();
    }

    private static List<String> longerThan(int lines, Stream<Sources> files) {
        return files.filter(file -> file.lines() > lines)
                .map(file -> file + ": " + file.lines() + " lines")
                .toList();
    }

    private static List<String> everywhere(Pattern pattern) {
        // This class names what it looks for.
        return java().filter(file -> !file.path().endsWith("HouseRulesTests.java"))
                .flatMap(file -> file.places(pattern).stream())
                .toList();
    }

    private static Stream<Sources> java() {
        return Stream.of("src/main/java", "src/test/java").flatMap(folder -> Sources.under(Path.of(folder), ".java"));
    }
}
