package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What holds for every template, and for what it renders; for the template tests of all modules. */
public final class TemplateRules {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");
    private static final Pattern ICON = Pattern.compile("#([igm]-[a-z0-9-]+)(?=[\"'])|:: icon\\('([a-z0-9-]+)'\\)");
    private static final Pattern WORDS = Pattern.compile(">\\s*([A-Za-z][A-Za-z ,.'-]{2,})<");

    private TemplateRules() {}

    /** All templates of the program. */
    public static List<Path> all() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless rendered HTML has unique ids, no inline script or style, and no message that was not found. */
    public static Document check(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(html).doesNotContain("??").doesNotContainPattern("\\son[a-z]+=\"");
        return page;
    }

    /** Fails unless a template keeps the rules that its source shows. */
    public static void checkSource(Path template) {
        String source = read(template);
        assertThat(source.lines().count()).as("lines").isLessThanOrEqualTo(120);
        assertThat(source).doesNotContain("th:utext", "style=\"", "<style", "[(", "javascript:");
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher message = MESSAGE.matcher(source);
        while (message.find()) {
            assertThat(messages.stringPropertyNames()).as("message").contains(message.group(1));
        }
        String sprite = read(TEMPLATES.resolve("components/sprite.html"));
        Matcher icon = ICON.matcher(source);
        while (icon.find()) {
            String symbol = icon.group(1) == null ? "i-" + icon.group(2) : icon.group(1);
            assertThat(sprite).as("symbol").contains("id=\"" + symbol + "\"");
        }
        Matcher words = WORDS.matcher(source.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<code>.*?</code>", ""));
        assertThat(words.find() ? words.group(1) : "")
                .as("text that is not from the messages")
                .isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
