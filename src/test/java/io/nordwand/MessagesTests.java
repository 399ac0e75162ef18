package io.nordwand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That texts and pages fit: no page names a text that is missing, no text is kept that no page needs. */
class MessagesTests {

    private static final Path FILE = Path.of("src/main/resources/messages.properties");
    private static final String KEY = "[a-z][a-zA-Z0-9]*(?:[.-][a-zA-Z0-9]+)+";

    /** A key written out in a template: #{fleet.title} or #{fleet.count(${n})}. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(" + KEY + ")\\s*[}(]");

    /** A key asked for in code by its full name. */
    private static final Pattern IN_CODE = Pattern.compile("getMessage\\(\\s*\"(" + KEY + ")\"");

    /** Anything quoted that looks like a key. */
    private static final Pattern QUOTED = Pattern.compile("[\"'](" + KEY + ")[\"']");

    /** A key that is put together in a template: #{|state.${word}.title|}. */
    private static final Pattern COMPOSED = Pattern.compile("#\\{\\|([^|]+)\\|");

    /** The fixed beginning of a key that is put together with a plus: "state." + word, 'state.' + word. */
    private static final Pattern BEGINNING = Pattern.compile("[\"']((?:[a-z][a-zA-Z0-9-]*\\.)+)[\"']");

    private final Properties texts = read();

    @Test
    void everyTextThatATemplateNamesExists() {
        assertThat(texts.stringPropertyNames()).containsAll(named());
    }

    @Test
    void noTextIsKeptThatNobodyNames() {
        Set<String> whole = sources().flatMap(file -> file.captures(QUOTED)).collect(Collectors.toSet());
        whole.addAll(named());
        List<Pattern> composed = sources().flatMap(MessagesTests::composed).toList();
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> !whole.contains(key)
                        && composed.stream().noneMatch(each -> each.matcher(key).matches()))
                .as("keys that neither a template nor a class names")
                .isEmpty();
    }

    @Test
    void everyTextIsThereOnceAndSaysSomething() throws IOException {
        List<String> keys = Files.readAllLines(FILE).stream()
                .filter(line -> line.matches("^" + KEY + "\\s*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(texts.entrySet())
                .allSatisfy(text -> assertThat((String) text.getValue())
                        .as("%s", text.getKey())
                        .isNotBlank());
    }

    @Test
    void apostrophesAreDoubledExactlyWhereATextHasPlaces() {
        assertThat(texts.entrySet()).allSatisfy(text -> {
            String value = (String) text.getValue();
            boolean hasPlaces = value.matches("(?s).*\\{\\d.*");
            String lonely = value.replace("''", "");
            assertThat(hasPlaces ? lonely : value)
                    .as("%s: with {0}, an apostrophe is written ''; without, it is written '", text.getKey())
                    .doesNotContain(hasPlaces ? "'" : "''");
            if (hasPlaces) {
                new MessageFormat(value);
            }
        });
    }

    private static Stream<Pattern> composed(Sources file) {
        Stream<String> inTemplates = file.captures(COMPOSED)
                .map(key -> Stream.of(key.split("\\$\\{[^}]*\\}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[a-zA-Z0-9-]+")));
        Stream<String> added = file.captures(BEGINNING).map(beginning -> Pattern.quote(beginning) + ".+");
        return Stream.concat(inTemplates, added).map(Pattern::compile);
    }

    private static Set<String> named() {
        return Stream.concat(
                        Sources.under(Sources.TEMPLATES, ".html").flatMap(file -> file.captures(IN_TEMPLATE)),
                        Sources.under(Path.of("src/main/java"), ".java").flatMap(file -> file.captures(IN_CODE)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Sources> sources() {
        return Stream.concat(
                Sources.under(Sources.TEMPLATES, ".html"), Sources.under(Path.of("src/main/java"), ".java"));
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
