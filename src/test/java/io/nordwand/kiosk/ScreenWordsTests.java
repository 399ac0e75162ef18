package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.printer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.PageTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Screens that speak German, and everything else that does not. */
@ContextConfiguration(classes = KioskSite.class)
@TestPropertySource(properties = "nordwand.shop.hours=Mon-Fri 06:00-22:00")
class ScreenWordsTests extends PageTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Set<String> BOARDS = Set.of("/board.html", "/leaf.html", "/tile.html", "/bits.html");
    /** What is not on a board: pairing, the end of a screen, the link to the wall. */
    private static final Pattern ELSEWHERE = Pattern.compile("kiosk\\.(pair\\..*|farewell|wall|wall\\.show)");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private final Properties english = read("messages.properties");
    private final Properties german = read("messages_de.properties");

    @Autowired
    private BoardPages pages;

    @Autowired
    private BoardHtml html;

    @Test
    void everyWordOfABoardIsThereInGermanWithTheSamePlacesAndNothingElseIs() {
        Set<String> board = english.stringPropertyNames().stream()
                .filter(key ->
                        key.startsWith("kiosk.") && !ELSEWHERE.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(board).hasSizeGreaterThan(90);
        assertThat(new TreeSet<>(german.stringPropertyNames())).isEqualTo(board);
        assertThat(board)
                .allSatisfy(key -> assertThat(places(german, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void theLastWordOfEachGroupFitsBesideAnyName() {
        for (StateGroup group : StateGroup.values()) {
            String key = "kiosk.tiny." + group.key();
            assertThat(Stream.of(english, german).map(words -> words.getProperty(key)))
                    .as(key)
                    .allSatisfy(word -> assertThat(TextWidth.of(word)).isBetween(0.2, TileKind.FIGURE));
        }
    }

    @Test
    void noPageButABoardAsksForAWordThatThereIsInGerman() throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path root : List.of(RESOURCES.resolve("templates"), Path.of("src/main/java/io/nordwand"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !onBoard(file.toString()))
                        .forEach(others::add);
            }
        }
        assertThat(others).hasSizeGreaterThan(300).allSatisfy(file -> {
            String text = Files.readString(file);
            assertThat(german.stringPropertyNames())
                    .as("%s", file)
                    .noneMatch(key -> text.contains("{" + key + "}")
                            || text.contains("{" + key + "(")
                            || text.contains("\"" + key + "\""));
        });
    }

    private static boolean onBoard(String file) {
        return file.contains("/kiosk/")
                && (file.endsWith(".java") || BOARDS.stream().anyMatch(file::endsWith));
    }

    @Test
    void germanWordsAreShortEnough() {
        for (Map.Entry<String, Double> most :
                Map.of("kiosk.act.", 5.06, "kiosk.do.", 27.0).entrySet()) {
            assertThat(german.stringPropertyNames())
                    .filteredOn(key -> key.startsWith(most.getKey()))
                    .hasSizeGreaterThan(18)
                    .allSatisfy(key -> assertThat(TextWidth.of(german.getProperty(key)))
                            .as(key)
                            .isLessThan(most.getValue()));
        }
        Canvas canvas = Canvas.of(new Viewport(1920, 1080, true));
        assertThat(Heads.of(canvas, 51, ScreenTexts.in(Locale.GERMANY)).words()).isEqualTo(Head.Words.SHORT);
    }

    @Test
    void aGermanScreenIsGermanAndKeepsWhatEigerSays() {
        show(printer("X7-01", "Fiber Jam", StateGroup.HANDS, null), printer("X7-02"));
        Document page = board(Locale.forLanguageTag("de-CH"));
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("de-CH");
        assertThat(page.select("#k-strip").text())
                .contains("Faserweg frei machen, dann Resume drücken", "Fiber Jam", "12 min");
        assertThat(page.select(".kt__do").eachText()).contains("Stau lösen", "Ready");
        assertThat(page.select("#k-sum").text())
                .contains("Hilfe nötig", "bereit")
                .doesNotContain("ready");
        assertThat(page.select("#k-date").text()).startsWith("Do");
    }

    @Test
    void aLanguageWithoutWordsSetsDatesOnly() {
        show(printer("X7-01", "Fiber Jam", StateGroup.HANDS, null));
        Document page = board(Locale.FRANCE);
        assertThat(page.select("#k-strip").text()).contains("Clear the fiber path");
        assertThat(page.select("#k-date").text()).startsWith("jeu");
    }

    @Test
    void whatABrowserAsksForChangesNothing() {
        show(printer("X7-01"));
        String page = client.get()
                .uri("/wall")
                .header("Accept-Language", "de-DE,de;q=0.9")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("No printer needs a hand").doesNotContain("Kein Drucker");
    }

    private Document board(Locale locale) {
        Board board = pages.page(display(locale), new Viewport(1920, 1080, true), "");
        Current current =
                Current.of(new Freshness(FarmFixtures.NOW, null, null, null), FarmFixtures.NOW, Duration.ofSeconds(15));
        return Jsoup.parse(html.page(board, current, "Halle", "/wall/events"));
    }

    /** Read from so near that all words are there. */
    private static Display display(Locale locale) {
        Display first = Display.first(locale, ZoneOffset.UTC);
        return new Display(
                first.printers(),
                first.turns(),
                first.look(),
                locale,
                first.zone(),
                2,
                first.diagonalInches(),
                first.upright(),
                first.partNames(),
                first.people(),
                first.sound(),
                first.night());
    }

    private static List<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key, ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
