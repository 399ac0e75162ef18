package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Denial.Reason;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.SpoolForecast;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/dispatch");
    private static final Pattern FIXED =
            Pattern.compile("#\\{(dispatch\\.[a-z0-9.-]+)|msg\\('(dispatch\\.[a-z0-9.-]+[a-z0-9])'");

    private static Properties texts() throws IOException {
        try (InputStream in = MessagesTests.class.getResourceAsStream("/messages.properties")) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }

    static Set<String> ours() throws IOException {
        return texts().stringPropertyNames().stream()
                .filter(key -> key.startsWith("dispatch.") || key.startsWith("action."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every place where an action can stand. */
    static Stream<String> standings() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Standing.values())
                        .filter(standing -> standing.befits(operation))
                        .flatMap(standing -> Stream.of("", ".more")
                                .map(more -> "action." + operation.key() + "." + standing.key() + more)));
    }

    /** The keys that templates and code put together from a word. */
    static Stream<String> composed() {
        return Stream.of(
                        Arrays.stream(Reason.values())
                                .flatMap(reason -> Stream.of(
                                        "dispatch.not-sent." + reason.key(),
                                        "dispatch.not-sent." + reason.key() + "-more")),
                        Arrays.stream(Step.Result.values()).map(result -> "dispatch.step." + result.key()),
                        Stream.of(
                                "dispatch.step.not-added",
                                "dispatch.step.to-come",
                                "dispatch.plan.short-in",
                                "dispatch.plan.changed-place"),
                        Arrays.stream(Step.Kind.values()).map(kind -> "dispatch.plan." + kind.key()),
                        Arrays.stream(MaterialFinding.values())
                                .map(finding -> "dispatch.plan.finding." + finding.key()),
                        Arrays.stream(SpoolForecast.Place.values()).map(place -> "dispatch.plan.spool." + place.key()),
                        Stream.of("before", "after").map(side -> "dispatch.plan." + side),
                        Stream.of("changed", "no-build", "other-series", "unsliced")
                                .flatMap(word -> Stream.of("dispatch.plan." + word, "dispatch.plan." + word + "-more")),
                        Arrays.stream(MaterialCheck.Verdict.values())
                                .flatMap(verdict -> Stream.of(
                                        "dispatch.fit." + verdict.key(), "dispatch.print.verdict." + verdict.key())),
                        Stream.of("not-ready", "entry-gone", "other-series", "unsliced", "unticked", "changed")
                                .map(word -> "dispatch.print." + word),
                        Stream.of("unticked-more", "changed-more").map(word -> "dispatch.print." + word))
                .flatMap(keys -> keys);
    }

    static Stream<String> fixed() throws IOException {
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            return templates
                    .flatMap(template -> FIXED.matcher(read(template)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .toList()
                    .stream();
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource({"standings", "composed", "fixed"})
    void everyTextThatCanBeAskedForIsThere(String key) throws IOException {
        assertThat(texts().getProperty(key)).as(key).isNotBlank();
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> used = Stream.of(standings(), composed(), fixed())
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
        assertThat(ours()).isSubsetOf(used);
    }

    /** A plain apostrophe starts a quotation for the formatter: it vanishes and takes the arguments behind it along. */
    @ParameterizedTest
    @MethodSource("ours")
    void noTextHasAnApostropheThatTheFormatterEats(String key) throws IOException {
        assertThat(texts().getProperty(key)).as(key).doesNotContain("'");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyTextFormatsAndNamesNothingThatIsNotGiven(String key) throws IOException {
        String text = texts().getProperty(key);
        MessageFormat format = new MessageFormat(text);
        int named = format.getFormatsByArgumentIndex().length;

        assertThat(named).as(key).isLessThanOrEqualTo(given(key));
        assertThat(format.format(List.of(2, 3, 4, 5, 6, 7).toArray())).as(key).doesNotContain("{", "}");
    }

    private static int given(String key) {
        if (!key.startsWith("action.")) {
            return key.startsWith("dispatch.move.") || key.startsWith("dispatch.plan.") ? 3 : 2;
        }
        String standing = key.replaceFirst("^action\\.[a-z]+\\.", "").replaceFirst("\\.more$", "");
        if (key.matches("action[.](move|reorder)[.].*")) {
            return standing.equals("changed") ? 3 : 6;
        }
        if (!key.matches("action[.](add|remove|print)[.].*")
                && Set.of("done", "partly", "unknown", "refused").contains(standing)) {
            return 4;
        }
        if (Set.of("found", "listed").contains(standing)) {
            return standing.equals("found") ? 5 : 4;
        }
        Set<String> detailed = Set.of(
                "queued",
                "not-ready",
                "refused-now",
                "unusable",
                "waiting-for-hands",
                "unconfirmed",
                "busy",
                "changed");
        return detailed.contains(standing) ? 3 : 2;
    }

    @Test
    void oneIsNotSpokenOfAsMany() {
        assertThat(Bench.text("dispatch.clear.submit", 1)).isEqualTo("Remove 1 job");
        assertThat(Bench.text("dispatch.clear.submit", 5)).isEqualTo("Remove 5 jobs");
        assertThat(Bench.text("dispatch.clear.title", "X7-01", 1))
                .isEqualTo("Remove this 1 job from the queue of X7-01?");
        assertThat(Bench.text("action.clear.done", "", "X7-01", 1, 1))
                .isEqualTo("The job is out of the queue of X7-01");
    }
}
