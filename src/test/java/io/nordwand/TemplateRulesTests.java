package io.nordwand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the content security policy would refuse in a browser, and what a page must not hold, found in the templates. */
class TemplateRulesTests {

    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\((?!\\?)[^\\]]*\\)\\]");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z]+(_[A-Z]+)+");
    private static final Pattern EXPRESSION = Pattern.compile("\\[\\[.*?\\]\\]", Pattern.DOTALL);
    private static final Pattern EMPTY =
            Pattern.compile("<(input|img|meta|link|br|hr|source|wbr)\\b((?:\"[^\"]*\"|'[^']*'|[^\"'>])*?)/?>");
    private static final List<String> SPOKEN = List.of("title", "alt", "placeholder", "aria-label", "aria-description");

    static Stream<Sources> templates() {
        return Sources.under(Sources.TEMPLATES, ".html");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoInlineStyleScriptOrHandler(Sources template) {
        List<String> found = new ArrayList<>();
        for (Element element : elements(template)) {
            boolean script =
                    element.normalName().equals("script") && !element.hasAttr("src") && !element.hasAttr("th:src");
            if (element.normalName().equals("style") || script) {
                found.add(element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                if (forbidden(attribute)) {
                    found.add("<%s %s>".formatted(element.tagName(), attribute));
                }
            }
        }
        assertThat(found)
                .as("refused by the content security policy, in " + template)
                .isEmpty();
    }

    /** Thymeleaf replaces an element before it looks at a condition on it, which then never counts. */
    @ParameterizedTest
    @MethodSource("templates")
    void asksNothingOfAnElementThatIsReplaced(Sources template) {
        assertThat(elements(template))
                .filteredOn(element -> element.hasAttr("th:replace"))
                .noneMatch(element -> Stream.of("th:if", "th:unless", "th:each").anyMatch(element::hasAttr));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapesAllThatItWrites(Sources template) {
        assertThat(template.places(UNESCAPED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void takesItsWordsFromTheMessages(Sources template) {
        List<String> found = new ArrayList<>();
        for (Element element : elements(template)) {
            if (!writes(element)) {
                element.textNodes().stream()
                        .map(TemplateRulesTests::words)
                        .filter(TemplateRulesTests::spoken)
                        .forEach(found::add);
            }
            SPOKEN.stream()
                    .map(element::attr)
                    .filter(TemplateRulesTests::spoken)
                    .forEach(found::add);
        }
        assertThat(found).as("words written into " + template).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void loadsNothingFromAnotherHost(Sources template) {
        assertThat(elements(template).stream()
                        .filter(element -> !element.normalName().equals("a"))
                        .flatMap(element -> Stream.of("src", "href", "srcset", "th:src", "th:href", "hx-get", "hx-post")
                                .filter(element::hasAttr)
                                .map(element::attr))
                        .filter(url -> url.contains("://") || url.startsWith("//")))
                .isEmpty();
    }

    @Test
    void thereAreTemplates() {
        assertThat(templates()).isNotEmpty();
    }

    private static boolean forbidden(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip();
        return name.equals("style")
                || name.equals("th:style")
                || name.equals("th:styleappend")
                || name.matches("(th:)?on[a-z]+")
                || name.startsWith("hx-on")
                || (name.startsWith("hx-") && value.startsWith("js:"))
                || (name.equals("hx-trigger") && value.contains("["))
                || value.startsWith("javascript:");
    }

    /** Whether Thymeleaf replaces what stands between the tags. */
    private static boolean writes(Element element) {
        return Stream.of("th:text", "th:replace", "th:insert", "th:remove").anyMatch(element::hasAttr);
    }

    private static String words(TextNode node) {
        return EXPRESSION.matcher(node.getWholeText()).replaceAll("").strip();
    }

    private static boolean spoken(String text) {
        return LETTERS.matcher(text).find()
                && !text.equals("Nordwand")
                && !VARIABLE.matcher(text).matches();
    }

    /** Read as XML, so that a row outside its table stays where it is; HTML's empty elements are closed for that. */
    private static List<Element> elements(Sources template) {
        String closed = EMPTY.matcher(template.text()).replaceAll("<$1$2/>");
        return Jsoup.parse(closed, "", Parser.xmlParser()).getAllElements();
    }
}
